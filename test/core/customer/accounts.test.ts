import { describe, expect, it } from 'vitest';
import { explain } from '../../../core/explain/explain.ts';
import type { Provenance } from '../../../language/catalogue/event.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, eventType, journey, moment } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';

const field = (provenance: Provenance, more = {}) => ({
  type: 'text' as const,
  optional: true,
  provenance,
  ...more,
});

const events = {
  guess: eventType({ sets: { segment: 'segment' }, fields: { segment: field('inferred') } }),
  told: eventType({ sets: { segment: 'segment' }, fields: { segment: field('stated') } }),
  grief: eventType({ sensitive: true }),
  owes: eventType({
    sets: { arrears: '$exists(months)', name: 'name' },
    fields: { months: field('observed', { sensitive: true }), name: field('stated') },
  }),
  hello: eventType({ byCustomer: true }),
  imported: eventType({
    sets: { lastHeardAt: 'lastHeardAt' },
    fields: { lastHeardAt: { type: 'date', optional: true, provenance: 'observed' } },
  }),
};

const sendWelcome = {
  kind: 'send' as const,
  moment: 'welcome',
  purpose: 'relationship' as const,
  chosenBy: ['customer.segment', 'event.risk'],
};

const someone = (welcome: Parameters<typeof moment>[1] = {}) =>
  oneCustomer(
    catalogue({
      events,
      moments: { welcome: moment('welcome', welcome) },
      journeys: { hello: journey('hello', 'start', { steps: { welcome: sendWelcome } }) },
    }),
  );

const uses = { segment: 'runners asked for it', risk: 'you seemed about to leave' };

describe('a fact that chose who gets a message', () => {
  const decisionAfter = async (type: 'guess' | 'told', more: Parameters<typeof moment>[1] = {}) => {
    const ada = someone(more);
    await ada.event(type, { segment: 'runner' });
    await ada.event('start');
    await ada.sent(ada.at('hello', 'welcome'));
    return ada.decisions().at(-1);
  };

  it('has to be one that they told us, by what set it last', async () => {
    expect(await decisionAfter('guess')).toMatchObject({
      outcome: 'suppressed',
      reason: 'data-not-shared',
      basis: { attribute: { name: 'segment', provenance: 'inferred', chose: true } },
    });
    expect(await decisionAfter('told')).toMatchObject({ outcome: 'sent' });
  });

  it('is accounted for in the journal where the moment says why', async () => {
    const decision = await decisionAfter('guess', { uses });
    expect(decision).toMatchObject({ outcome: 'sent', chosenFor: [uses.segment, uses.risk] });
    expect(await decisionAfter('told', { uses })).toMatchObject({ chosenFor: [uses.risk] });
  });
});

describe('what `why` says of it', () => {
  it('are the reasons that the moment gives', async () => {
    const ada = someone({ uses, excused: 'They asked for the price.' });
    await ada.event('guess', { segment: 'runner' });
    await ada.event('start');
    await ada.sent(ada.at('hello', 'welcome'));
    const record = { customer: 'ada', timeline: ada.journal };
    const { decisions } = explain(record, ada.published.catalogue, { zone: 'UTC' });
    const sentences = decisions.flatMap(({ rested }) => rested).join('\n');
    for (const reason of [uses.segment, uses.risk, 'They asked for the price.']) expect(sentences).toContain(reason);
  });
});

describe('a moment that is excused', () => {
  it('says why in the journal', async () => {
    const ada = someone({ excused: 'They asked for the price.' });
    await ada.event('start');
    await ada.sent(ada.at('hello', 'welcome'));
    expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'sent', excused: 'They asked for the price.' });
  });
});

describe('what is sensitive', () => {
  it('is kept with its own time, the newest of it, also where it comes late', async () => {
    const ada = someone();
    await ada.event('grief');
    await ada.event('grief', {}, { at: new Date(T0 - 5 * DAY).toISOString() });
    expect((await ada.state()).protectedBy).toEqual({ event: 'grief', at: T0 });
  });

  it('marks every attribute that is worked out from it, and no other', async () => {
    const ada = someone();
    await ada.event('owes', { months: '2', name: 'Ada' });
    const { arrears, name } = (await ada.state()).attributes;
    expect(arrears).toMatchObject({ value: true, sensitive: true });
    expect(name).not.toHaveProperty('sensitive');
  });

  it('leaves the message out, and says of what it is', async () => {
    const ada = someone();
    await ada.event('grief');
    await ada.event('start');
    await ada.send(ada.at('hello', 'welcome'));
    expect(ada.decisions().at(-1)).toMatchObject({
      outcome: 'suppressed',
      reason: 'protected',
      basis: { happened: { event: 'grief', at: new Date(T0).toISOString() } },
    });
  });
});

describe('silence', () => {
  const entersAfter = async (happened: (ada: ReturnType<typeof someone>) => Promise<unknown>) => {
    const ada = someone();
    ada.published.catalogue.journeys.hello!.enter.when = 'customer.silentDays > 90';
    await ada.event('guess', { segment: 'runner' });
    await happened(ada);
    ada.clock.now += 100 * DAY;
    await ada.event('start');
    return ada.journal.at(-1)?.kind;
  };

  it('is not known of somebody whom we never heard', async () => {
    expect(await entersAfter(async () => {})).toBe('not-entered');
  });

  it('counts from what they did themselves', async () => {
    expect(await entersAfter((ada) => ada.event('hello'))).toBe('entered');
  });

  it('counts from what an import says, unless we heard them since', async () => {
    const importHeardAfter = (days: number) => (ada: ReturnType<typeof someone>) =>
      ada.event('imported', { lastHeardAt: new Date(T0 + days * DAY).toISOString() });
    expect(await entersAfter(importHeardAfter(-30))).toBe('entered');
    expect(await entersAfter(importHeardAfter(50))).toBe('not-entered');
  });
});
