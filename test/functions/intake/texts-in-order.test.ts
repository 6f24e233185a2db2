import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createTake } from '../../../functions/intake/take.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { T0 } from '../../support/customer.ts';
import { intakeOf } from './support.ts';

const MINUTE = 60_000;
const INBOUND = JSON.parse(readFileSync(new URL('../../events/sms-inbound.json', import.meta.url), 'utf8'));

/** Answers by text of one customer, to what we last wrote to them. */
const texting = () => {
  const replied = { 'message.replied': { ...BUILT_IN['message.replied']!, kept: [], awaited: false } };
  const { intake, store, clock } = intakeOf(replied);
  const take = createTake({
    intake,
    tagReader: async () => () => undefined,
    correspondentAt: async () => ({ customer: 'ada', decision: 'e1/ask/2' }),
    rejects: async () => {},
    keepPast: async () => {},
    count: () => {},
  });
  const text = (messageBody: string, sentAt: number) =>
    take(JSON.stringify({ ...INBOUND, messageBody, inboundMessageId: messageBody }), sentAt);
  return { text, clock, consent: async () => (await store.load('ada'))?.consent };
};

it.each([
  [['START', 'STOP'], 'withdrawn'],
  [['STOP', 'START'], 'granted'],
])(
  'of %j the last one counts, also where the first one is taken a minute later',
  async ([first = '', last = ''], choice) => {
    const { text, clock, consent } = texting();
    clock.now = T0 + 2000;
    await text(last, T0 + 1000);
    clock.now = T0 + MINUTE;
    await text(first, T0);
    expect(await consent()).toEqual({ 'channel:sms': { choice, at: T0 + 1000 } });
  },
);
