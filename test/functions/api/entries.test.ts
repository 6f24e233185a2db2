import { describe, expect, it } from 'vitest';
import { readEntries } from '../../../functions/api/entries.ts';

const envelope = (id?: string) => ({ ...(id ? { id } : {}), source: 's', 'detail-type': 't', detail: { a: 1 } });

const read = (body: unknown) => {
  let ids = 0;
  return readEntries(typeof body === 'string' ? body : JSON.stringify(body), () => `new-${++ids}`);
};

describe('events of a body', () => {
  it('are one envelope', () => {
    expect(read(envelope('e1'))).toEqual([{ id: 'e1', raw: envelope('e1') }]);
  });

  it('are a list, and one without an id gets one', () => {
    expect(read([envelope('e1'), envelope()])).toEqual([
      { id: 'e1', raw: envelope('e1') },
      { id: 'new-1', raw: envelope('new-1') },
    ]);
  });

  it('are entries of PutEvents, with the detail as text and the time in seconds', () => {
    const entry = { Source: 's', DetailType: 't', Detail: '{"a":1}', Time: 1_767_225_600 };
    expect(read({ Entries: [entry] })).toEqual([
      { id: 'new-1', raw: { ...envelope('new-1'), time: '2026-01-01T00:00:00.000Z' } },
    ]);
  });

  it('are lines, of which one that is not JSON is left for the intake to refuse', () => {
    const body = `${JSON.stringify(envelope('e1'))}\n{oops\n\n${JSON.stringify(envelope('e2'))}\n`;
    expect(read(body).map(({ id, raw }) => id ?? raw)).toEqual(['e1', '{oops', 'e2']);
  });

  it.each([
    ['nothing', ' \n', 'empty'],
    ['words', 'hello', 'should be JSON'],
    ['a number', '5', 'should be JSON'],
    ['broken JSON over two lines', '{"id":\n"e1"', 'should be JSON'],
    ['Entries that are no list', '{"Entries": 1}', 'a list'],
  ])('are not found in %s', (_, body, why) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ status: 400, message: expect.stringContaining(why) }));
  });
});
