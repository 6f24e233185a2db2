import { describe, expect, it } from 'vitest';
import { readFields } from '../../../functions/intake/fields.ts';
import { FIELD_TYPES, type FieldType, fieldKind, NamedType } from '../../../language/catalogue/field-type.ts';
import { WrittenEvent } from '../../../language/read/events/event-schema.ts';
import { ofLiteral, ofType, whyNot } from '../../../language/read/expressions/typed.ts';
import { eventType } from '../../support/catalogue.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');

/** What is no value of a type, though JSON may bring it. */
const STRANGE: Record<NamedType, unknown> = {
  text: 3,
  number: '3',
  boolean: 'true',
  date: 'soon',
  email: 'ada',
  phone: '020 7946 0000',
  zone: 'Mars/Olympus',
  url: 'ftp://example.com',
};

const readOne = (type: FieldType, value: unknown) =>
  readFields(
    eventType({ fields: { it: { type, optional: false, provenance: 'stated' } } }),
    { customerId: 'ada', it: value },
    'Europe/Berlin',
  );

describe.each(NamedType.options)('a field of type %s', (type) => {
  const kind = fieldKind(type);
  const example = kind.example('what', NOW);

  it('may be declared', () => {
    expect(WrittenEvent.safeParse({ fields: { it: type } }).success).toBe(true);
  });

  it('is read by intake as its own example is', async () => {
    expect(await readOne(type, example)).toEqual({ ok: true, fields: { customerId: 'ada', it: example } });
  });

  it('is refused with words for what it should be', async () => {
    const problem = `is ${JSON.stringify(STRANGE[type])}; it should be ${kind.expected}`;
    expect(await readOne(type, STRANGE[type])).toEqual({ ok: false, field: 'it', problem });
  });

  it('is in conditions what its example is', () => {
    const typed = ofType(type, true, []);
    expect(typed.kind).toBe(kind.kind);
    expect(whyNot(ofLiteral(example), typed)).toBeUndefined();
  });
});

describe('a list of allowed words', () => {
  it('takes one of them, and has the first as its example', async () => {
    expect(await readOne(['minor', 'major'], 'major')).toMatchObject({ ok: true });
    expect(await readOne(['minor', 'major'], 'huge')).toMatchObject({
      ok: false,
      problem: 'is "huge"; it should be one of minor, major',
    });
    expect(fieldKind(['minor', 'major']).example('severity', NOW)).toBe('minor');
  });
});

describe('a date', () => {
  it.each([
    ['2026-03-10', '2026-03-09T23:00:00.000Z'],
    ['2026-03-10T08:00', '2026-03-10T07:00:00.000Z'],
    ['2026-03-10T08:00+05:30', '2026-03-10T02:30:00.000Z'],
    ['2026-03-10T08:00:00z', '2026-03-10T08:00:00.000Z'],
  ])('%s is %s in the zone of the customer', async (written, instant) => {
    expect(await readOne('date', written)).toMatchObject({ fields: { it: instant } });
  });

  it('needs the zone unless it says UTC', () => {
    const { needsZone } = FIELD_TYPES.date;
    expect(['2026-03-10', '2026-03-10T08:00:00Z', 3].map(needsZone)).toEqual([true, false, false]);
  });
});
