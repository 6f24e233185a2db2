import { decisionId } from '../../core/customer/decision-id.ts';
import type { ChosenEvent } from '../../functions/preferences/events.ts';
import { createPreferences } from '../../functions/preferences/preferences.ts';
import { createLinks } from '../../functions/shared/link.ts';
import { createSpentOf } from '../../functions/shared/spent.ts';
import { choices, choosingCatalogue, choosingCustomer } from './choosing.ts';

export const limits = { stage: { of: 'cost' as const, most: 1000 } };
export const kinds = () => {
  const { credit, points, letter } = choices();
  return {
    credit: { ...credit, title: { en: '7 days <free>', de: '7 Tage gratis' } },
    points: { ...points, title: { en: '200 points', de: '200 Punkte' } },
    letter: { ...letter, title: { en: 'a letter', de: 'ein Brief' } },
  };
};

/** What a browser sends with a form without being told to. */
export const hiddenIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/type="hidden" name="(\w+)" value="([\w-]+)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** The pages of somebody who was asked what would help. `isLate`: what is published is taken in after the page was answered. */
export const openChoice = async ({
  isLate = false,
  isAsked = true,
  catalogue = choosingCatalogue({ limits, kinds: kinds() }),
} = {}) => {
  const ada = choosingCustomer(catalogue);
  const published: ChosenEvent[] = [];
  if (isAsked) {
    await ada.ask();
    await ada.run();
  }
  const now = () => ada.clock.now;
  const links = createLinks({ key: 'a key of more than sixteen bytes', baseUrl: '', now: () => new Date(now()) });
  const takeIn = async () => {
    for (const { detail } of published.splice(0)) {
      await ada.event('gesture.chosen', detail, { id: `p${ada.journal.length}-${ada.version()}` });
      await ada.run();
    }
  };
  const all: ChosenEvent[] = [];
  const app = createPreferences({
    catalogue,
    links: async () => links,
    load: ada.store.load,
    exportCustomer: async () => ({}),
    decisionOf: async () => undefined,
    shortLink: async () => undefined,
    publish: async (events) => {
      published.push(...events);
      all.push(...events);
    },
    spentOf: createSpentOf({ budgets: ada.budgets, catalogue, now }),
    pause: async () => (isLate ? undefined : takeIn()),
    now,
    count: () => {},
    report: (error) => {
      throw error;
    },
  });
  const sent = ada.decisions().find(({ moment }) => moment === 'help');
  const about = { enrolment: sent?.enrolment ?? 'e', step: 'send-help', visit: sent?.visit ?? 1 };
  const link = (locale?: string) =>
    links.answer({ customer: 'ada', ...about, moment: 'help', ...(locale ? { locale } : {}) });
  /** As a browser does, it goes where it is led. */
  const read = async (answer: Response): Promise<{ status: number; page: string }> => {
    const to = answer.headers.get('location');
    if (answer.status === 303 && to !== null)
      return read(await app.request(new URL(to, `http://localhost${link()}`).pathname));
    return { status: answer.status, page: await answer.text() };
  };
  return {
    ...ada,
    all,
    app,
    link,
    decision: decisionId(about),
    get: async (path = '', locale?: string) => read(await app.request(`${link(locale)}${path}`)),
    post: async (kind: string, beside: Record<string, string> = {}) => {
      const body = new URLSearchParams({ ...(kind === '' ? {} : { answer: kind }), ...beside });
      return read(await app.request(link(), { method: 'POST', body }));
    },
    spend: (amount: number) =>
      ada.budgets.reserve(`other-${amount}`, [
        { key: 'stage/cost/2026-03', scope: 'stage', of: 'cost', amount, most: 1000 },
      ]),
  };
};
