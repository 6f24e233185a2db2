import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerLocation } from '../../../language/catalogue/customer-location.ts';
import { needsZone, readDate } from '../../../language/catalogue/date-field.ts';
import { readEmail } from '../../../language/catalogue/email-field.ts';
import { readEpoch } from '../../../language/catalogue/epoch-field.ts';
import { needsCountry, readPhone } from '../../../language/catalogue/phone-field.ts';
import { readBoolean, readNumber, readText, readWord } from '../../../language/catalogue/scalar-field.ts';

const LA: CustomerLocation = { zone: 'America/Los_Angeles', regions: [] };

describe('a date', () => {
  it.each([
    ['2026-04-10 00:30:00+00', '2026-04-10T00:30:00.000Z'],
    ['2026-04-10 00:30:00+0000', '2026-04-10T00:30:00.000Z'],
    ['2026-04-10 00:30:00.123456+00', '2026-04-10T00:30:00.123Z'],
    ['2026-04-10T00:30:00+05:30', '2026-04-09T19:00:00.000Z'],
    ['2026-04-10T00:30:00-0800', '2026-04-10T08:30:00.000Z'],
    ['2026-04-10T00:30:00.5−08:00', '2026-04-10T08:30:00.500Z'],
    ['2026-04-10T00:30:00z', '2026-04-10T00:30:00.000Z'],
    ['2026-04-10t00:30Z', '2026-04-10T00:30:00.000Z'],
    ['2026-04-10 00:30:00 UTC', '2026-04-10T00:30:00.000Z'],
    ['2026-04-10 00:30 GMT', '2026-04-10T00:30:00.000Z'],
    ['2026-04-10T00:30UTC-5', '2026-04-10T05:30:00.000Z'],
    ['2026-04-10T00:30+02:00[Europe/Berlin]', '2026-04-09T22:30:00.000Z'],
    ['2026-04-10T00:30[Europe/Berlin]', '2026-04-09T22:30:00.000Z'],
    ['2026-04-10T00:30Z[Europe/Berlin][u-ca=iso8601]', '2026-04-10T00:30:00.000Z'],
    ['2026-04-10 00:30 Europe/Berlin', '2026-04-09T22:30:00.000Z'],
    ['2026-04-10T00:30:00.0000000+02:00', '2026-04-09T22:30:00.000Z'],
    ['20260410T003000Z', '2026-04-10T00:30:00.000Z'],
    ['2026/04/10 00:30 CEST', '2026-04-09T22:30:00.000Z'],
    ['2026-04-10T23:59:60Z', '2026-04-10T23:59:59.000Z'],
    ['Fri, 10 Apr 2026 00:30:00 +0000', '2026-04-10T00:30:00.000Z'],
    ['Fri, 10 Apr 2026 00:30:00 EST', '2026-04-10T05:30:00.000Z'],
    ['10 Apr 2026 00:30 +0200 (CEST)', '2026-04-09T22:30:00.000Z'],
    ['Fri Apr 10 2026 00:30:00 GMT+0200 (Central European Summer Time)', '2026-04-09T22:30:00.000Z'],
    ['Fri Apr 10 00:30:00 +0000 2026', '2026-04-10T00:30:00.000Z'],
    ['Fri Apr 10 00:30:00 UTC 2026', '2026-04-10T00:30:00.000Z'],
    ['2026-04-10 00:30:00.123456789 +0200 CEST m=+0.001', '2026-04-09T22:30:00.123Z'],
  ])('%s is an instant by itself', async (value, instant) => {
    expect(await readDate(value, LA)).toBe(instant);
    expect(needsZone(value)).toBe(false);
  });

  it.each([
    ['2026-04-10', '2026-04-10T07:00:00.000Z'],
    ['2026-04-10 ', '2026-04-10T07:00:00.000Z'],
    ['20260410', '2026-04-10T07:00:00.000Z'],
    ['10 April 2026', '2026-04-10T07:00:00.000Z'],
    ['April 10, 2026', '2026-04-10T07:00:00.000Z'],
    ['2026-04-10T08:00', '2026-04-10T15:00:00.000Z'],
    ['2026-04-10T08', '2026-04-10T15:00:00.000Z'],
    ['2026-04-10 08:00:00,5', '2026-04-10T15:00:00.500Z'],
    ['Apr 10, 2026, 3:30 PM', '2026-04-10T22:30:00.000Z'],
    ['2026-03-08T02:30', '2026-03-08T10:30:00.000Z'],
  ])('%s is of the customer’s own clock', async (value, instant) => {
    expect(await readDate(value, LA)).toBe(instant);
    expect(needsZone(value)).toBe(true);
  });

  it.each([
    'soon',
    '04/10/2026',
    '10.04.2026',
    '2026-02-31',
    '2026-04-10T25:00',
    '2026-04-10T00:30:00+15:00',
    '2026-04-10T00:30:00+5',
    '2026-04-10T00:30:00Z foo',
    '2026-04-10T00:30 Mars/Olympus',
    '2026-W15-5',
    '1775779200',
    1_775_779_200,
    true,
    null,
    {},
  ])('%s is none', async (value) => {
    expect(await readDate(value, LA)).toBeUndefined();
  });

  it.each([
    '0001-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    '1753-01-01',
    '1899-12-30',
    '1900-01-01T00:00:00Z',
    '1970-01-01',
    '1970-01-01T00:00:00Z',
    '1969-12-31T16:00:00-08:00',
    '9999-12-31T23:59:59Z',
  ])('%s was never set', async (value) => {
    expect(await readDate(value, LA)).toBeUndefined();
    expect(await readDate(value, { ...LA, zone: 'UTC' })).toBeUndefined();
  });

  it('is what it was, however it is written again', async () => {
    const span = { min: new Date('1971-01-01T00:00:00Z'), max: new Date('2199-12-30T00:00:00Z'), noInvalidDate: true };
    await fc.assert(
      fc.asyncProperty(fc.date(span), async (date) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
        const spellings = [whole.toISOString(), whole.toUTCString(), whole.toString(), whole.toUTCString().slice(5)];
        for (const text of spellings) expect(await readDate(text, LA)).toBe(whole.toISOString());
        expect(await readEpoch('epoch-seconds')(whole.getTime() / 1000, LA)).toBe(whole.toISOString());
      }),
    );
  });
});

describe('a date as a number', () => {
  it.each([
    ['epoch-seconds', 1_775_781_000, '2026-04-10T00:30:00.000Z'],
    ['epoch-seconds', '1775781000.25', '2026-04-10T00:30:00.250Z'],
    ['epoch-seconds', '2026-04-10T00:30:00Z', '2026-04-10T00:30:00.000Z'],
    ['epoch-milliseconds', 1_775_781_000_000, '2026-04-10T00:30:00.000Z'],
    ['epoch-seconds', -1000, '1969-12-31T23:43:20.000Z'],
    ['epoch-seconds', 1_775_781_000_000, undefined],
    ['epoch-milliseconds', 1_775_781_000, undefined],
    ['epoch-seconds', 0, undefined],
    ['epoch-milliseconds', 0, undefined],
    ['epoch-seconds', Number.NaN, undefined],
    ['epoch-seconds', 1e300, undefined],
    ['epoch-seconds', 'soon', undefined],
  ] as const)('in %s %s is %s', async (unit, value, instant) => {
    expect(await readEpoch(unit)(value, LA)).toBe(instant);
  });
});

describe('an email', () => {
  it.each([
    ['ada@example.com', 'ada@example.com'],
    ['Ada.L+x@EXAMPLE.com', 'Ada.L+x@example.com'],
    ['ada@münchen.de', 'ada@xn--mnchen-3ya.de'],
    ['josé@example.com', 'josé@example.com'],
    ['用户@例え.jp', '用户@xn--r8jz45g.jp'],
    ['дарья@пример.рф', 'дарья@xn--e1afmkfd.xn--p1ai'],
    ['ada@xn--fiqs8s.xn--fiqs8s', 'ada@xn--fiqs8s.xn--fiqs8s'],
    ['r&d@example.com', 'r&d@example.com'],
    ['Ada Lovelace <ada@example.com>', 'ada@example.com'],
    ['mailto:ada@example.com', 'ada@example.com'],
  ])('%s is %s', (value, email) => expect(readEmail(value)).toBe(email));

  it.each([
    'ada',
    'example.com',
    '@x.de',
    'ada@localhost',
    'ada@1.2.3.4',
    'ada.@x.de',
    'a..b@x.de',
    'ada@-x.de',
    'ada@x.xn--',
    'ada@x.d1',
    'ada@@x.de',
    'a b@x.de',
    'ada@x.de/evil',
    'ada@x.de?x',
    'ada@x.de:80',
    'ada@x.de, bob@x.de',
    `${'a'.repeat(250)}@x.de`,
    7,
  ])('%s is none', (value) => expect(readEmail(value)).toBeUndefined());
});

describe('a phone number', () => {
  it.each([
    ['(020) 7183 8750', 'en-GB', '+442071838750'],
    ['020.7183.8750', 'Europe/London', '+442071838750'],
    ['0171 234567', 'de_DE', '+49171234567'],
    ['0171 234567', 'de_DE.UTF-8', '+49171234567'],
    ['0171 234567', '??', undefined],
    ['(555) 123-4567', 'America/New_York', '+15551234567'],
    ['98765 43210', 'Asia/Kolkata', '+919876543210'],
    ['07700 900123', 'und-GB', '+447700900123'],
    ['0049 30 123456', 'en', '+4930123456'],
    ['+49 (0)30 123456', 'en-GB', '+4930123456'],
    ['tel:+44-20-7183-8750', 'en', '+442071838750'],
    ['٠٢٠٧١٨٣٨٧٥٠', 'en-GB', '+442071838750'],
    [442071838750, 'en-GB', '+442071838750'],
    ['393331234567', 'und-IT', '+393331234567'],
    ['393 331 2345', 'und-IT', '+393933312345'],
    ['1711234567', 'und-DE', '+491711234567'],
    ['020 7183 8750', 'en', undefined],
    ['12', 'en-GB', undefined],
    ['call me on 020 7183 8750', 'en-GB', undefined],
    [{}, 'en-GB', undefined],
  ])('%s of %s is %s', async (value, region, phone) => {
    expect(await readPhone(value, { zone: 'UTC', regions: ['en', region] })).toBe(phone);
  });

  it.each([491711234567, '49 171 1234567'])(
    '%s of Germany is none: it may have its country in front',
    async (value) => {
      expect(await readPhone(value, { zone: 'UTC', regions: ['und-DE'] })).toBeUndefined();
    },
  );

  it.each([
    ['55 91234 5678', 'BR', '+5555912345678'],
    ['48 123 45 67', 'PL', '+48481234567'],
    ['392 123 4567', 'IT', '+393921234567'],
  ])('%s of %s begins as its country does, and can only be read one way', async (value, country, phone) => {
    expect(await readPhone(value, { zone: 'UTC', regions: [`und-${country}`] })).toBe(phone);
  });

  it('needs no country that says its own', () => {
    expect(['+44 20', 'tel:+44', '020', 20].map(needsCountry)).toEqual([false, false, true, true]);
  });
});

describe('scalars', () => {
  it('are a text where every digit of it is there', () => {
    expect([7, -7, 5_890_840_712_243_076, 'x', ' '].map(readText)).toEqual(['7', '-7', '5890840712243076', 'x', ' ']);
    const lost = [JSON.parse('9007199254740993'), 1.5, 1e21, true, null, [], {}];
    expect(lost.map(readText)).toEqual(lost.map(() => undefined));
  });

  it('are a number, also as text', () => {
    expect([1, '1', '-1.5', '+2', '.5', '1e3', 0].map(readNumber)).toEqual([1, 1, -1.5, 2, 0.5, 1000, 0]);
    const others = [
      '1,5',
      '1 000',
      '0x10',
      'Infinity',
      '',
      'NaN',
      '--1',
      true,
      null,
      [1],
      Number.POSITIVE_INFINITY,
      Number.NaN,
      1e16,
      '-9007199254740993',
    ];
    expect(others.map(readNumber)).toEqual(others.map(() => undefined));
  });

  it('are true or false, also as text and as 1 and 0', () => {
    expect([true, 'TRUE', 'false', 1, '0'].map(readBoolean)).toEqual([true, true, false, true, false]);
    expect(['yes', 2, '', null, {}].map(readBoolean)).toEqual(Array(5).fill(undefined));
  });

  it('are one of some words, whatever the case of their letters, and numbers as words', () => {
    expect(['nps', 'NPS', 'Nps'].map((word) => readWord(word, ['nps', 'csat']))).toEqual(['nps', 'nps', 'nps']);
    expect([readWord(3, ['3']), readWord('A', ['a', 'A']), readWord('Á', ['a'])]).toEqual(['3', 'A', undefined]);
    expect(readWord('b', ['B', 'b'])).toBe('b');
  });
});
