import { describe, expect, it } from 'vitest';
import { readFields } from '../../../functions/intake/fields.ts';
import type { CustomerLocation } from '../../../language/catalogue/customer-location.ts';
import { FIELD_TYPES, type FieldType, fieldKind, NamedType } from '../../../language/catalogue/field-type.ts';
import { WrittenEvent } from '../../../language/read/events/event-schema.ts';
import { ofLiteral, ofType, whyNot } from '../../../language/read/expressions/typed.ts';
import { eventType } from '../../support/catalogue.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');

/** What is no value of a type, though JSON may bring it. */
const STRANGE: Record<NamedType, unknown> = {
  text: { a: 1 },
  number: 'three',
  boolean: 'maybe',
  date: 'soon',
  email: 'ada',
  phone: 'call me',
  zone: 'Mars/Olympus',
  currency: 'USDC',
  url: 'ftp://example.com',
};

const BERLIN: CustomerLocation = { zone: 'Europe/Berlin', regions: ['Europe/Berlin'] };

const readOne = (type: FieldType, value: unknown, place = BERLIN) =>
  readFields(
    eventType({ fields: { it: { type, optional: false, provenance: 'stated' } } }),
    { customerId: 'ada', it: value },
    place,
  );

describe.each(NamedType.options)('a field of type %s', (type) => {
  const kind = fieldKind(type);
  const example = kind.example('what', NOW);

  it('may be declared', () => {
    expect(WrittenEvent.safeParse({ fields: { it: type } }).success).toBe(true);
  });

  it('is read by intake as its own example is', async () => {
    const fields = { customerId: 'ada', it: example };
    expect(await readOne(type, example)).toEqual({ fields, leftOut: [], cleared: [] });
    expect(kind.schema.safeParse(example).data).toBe(example);
  });

  it('is refused with words for what it should be', async () => {
    const problem = `is ${JSON.stringify(STRANGE[type])}; it should be ${kind.expected}`;
    expect(await readOne(type, STRANGE[type])).toMatchObject({ fault: { field: 'it', problem } });
  });

  it('is in conditions what its example is', () => {
    const typed = ofType(type, true, []);
    expect(typed.kind).toBe(kind.kind);
    expect(whyNot(ofLiteral(FIELD_TYPES[type].example('what', NOW)), typed)).toBeUndefined();
  });
});

describe('a list of allowed words', () => {
  it('takes one of them, and has the first as its example', async () => {
    expect(await readOne(['minor', 'major'], 'major')).toMatchObject({ fields: { it: 'major' } });
    expect(await readOne(['minor', 'major'], 'huge')).toMatchObject({
      fault: { problem: 'is "huge"; it should be one of minor, major' },
    });
    expect(fieldKind(['minor', 'major']).example('severity', NOW)).toBe('minor');
  });
});
