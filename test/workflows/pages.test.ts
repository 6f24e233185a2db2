import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { createPreferences } from '../../functions/preferences/preferences.ts';
import { createLinks } from '../../functions/shared/link.ts';
import { ENGLISH } from '../../language/catalogue/page-words/english.ts';
import { GERMAN } from '../../language/catalogue/page-words/german.ts';
import { PAGE_WORDS } from '../../language/catalogue/page-words/page-words.ts';
import { loadProject } from '../../simulator/project.ts';

const { catalogue } = await loadProject('workflows');
const NOW = Date.parse('2026-05-03T10:00:00Z');
const DAY_OF_TEXT = '2026-05-02T09:00:00.000Z';

const attributesSet = [...new Set(Object.values(catalogue.events).flatMap(({ sets }) => Object.keys(sets)))];

/** Somebody of whom we know all that can be known. */
const createCustomer = (locale: string): CustomerState => {
  const evidence = { at: DAY_OF_TEXT, value: -0.5, weight: 1, heardAt: NOW };
  const attribute = { provenance: 'stated', event: 'customer.signed_up', at: NOW, since: NOW } as const;
  const attributes = Object.fromEntries(attributesSet.map((name) => [name, { ...attribute, value: '7' }]));
  return {
    ...emptyCustomer('ada', NOW),
    version: 1,
    attributes: {
      ...attributes,
      locale: { ...attribute, value: locale },
      preferredChannel: { ...attribute, value: 'inbox' },
      vip: { ...attribute, value: true },
    },
    evidence: Object.entries(catalogue.events).flatMap(([event, { signals, about = '' }]) =>
      signals.map((signal, place) => {
        const because = 'value' in signal ? about : 'text' in signal ? 'wrote “7”, which' : 'scored 1 of 5 when asked';
        return { ...evidence, event, id: `${event}-${place}`, because };
      }),
    ),
    answers: { nps: { score: 3, at: NOW } },
    themes: Object.fromEntries(
      Object.keys(catalogue.policy.themes ?? {}).map((theme) => [theme, { at: NOW, event: 'feedback.received' }]),
    ),
  };
};

const links = createLinks({ key: 'a key of more than sixteen bytes', baseUrl: '', now: () => new Date(NOW) });

/** What a page says, line by line. */
const linesOf = async (path: string, locale: string): Promise<string[]> => {
  const app = createPreferences({
    spentOf: async () => [],
    pause: async () => {},
    catalogue,
    links: async () => links,
    load: async () => createCustomer(locale),
    decisionOf: async () => undefined,
    exportCustomer: async (customer) => ({ customer }),
    shortLink: async () => undefined,
    publish: async () => {},
    now: () => NOW,
    count: () => {},
    report: () => {},
  });
  const page = await (await app.request(path)).text();
  const [, body = ''] = page.split('<body>');
  return body
    .split(/<[^>]+>|, | und | and |: /)
    .map((line) => line.trim())
    .filter(Boolean);
};

const spelledOut = (id: string): string => {
  const words = id.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
};

/** What stands between what is filled in, where it is more than signs. */
const piecesOf = (text: string): string[] =>
  text.split(/\{[a-z]+\}|, | and |: /).flatMap((piece) => (/[a-z]/i.test(piece) ? [piece.trim()] : []));

const pieces = (words: Record<string, string>): string[] => PAGE_WORDS.flatMap((word) => piecesOf(words[word] ?? ''));

const german = new Set([...pieces(GERMAN), ...Object.values(catalogue.pages?.de ?? {})]);

/** All that customers could read in English: our own sentences, and what the project calls its own. */
const ENGLISH_SAID = [
  ...pieces({ ...ENGLISH, ...catalogue.pages?.en }),
  ...Object.values(catalogue.moments).flatMap(({ title = '' }) => piecesOf(title)),
  ...Object.values(catalogue.journeys).flatMap(({ title }) => piecesOf(title)),
  ...Object.values(catalogue.policy.topics),
  ...Object.values(catalogue.events).flatMap(({ about = '' }) => piecesOf(about)),
  ...Object.keys(catalogue.policy.themes ?? {}).map((theme) => theme.replaceAll('-', ' ')),
  ...attributesSet.map(spelledOut),
  ...['email', 'sms', 'inbox'],
].filter((text) => text !== '' && !german.has(text));

describe.each([
  ['what we know about you', links.known('ada')],
  ['preferences', links.preferences('ada')],
  ['erasure', `${links.known('ada')}/erase`],
  ['unsubscribe', links.unsubscribe('ada', 'product-tips', 'email')],
])('the shipped page of %s', (_, path) => {
  it('says nothing in English to who reads German', async () => {
    const english = new Set(ENGLISH_SAID);
    expect((await linesOf(path, 'de')).filter((line) => english.has(line))).toEqual([]);
    expect((await linesOf(path, 'en')).some((line) => english.has(line))).toBe(true);
  });
});

it('all that the shipped folder names, and customers may read, has a name in German', () => {
  const named = {
    fact: attributesSet,
    topic: Object.keys(catalogue.policy.topics),
    moment: Object.keys(catalogue.moments),
    journey: Object.keys(catalogue.journeys),
    theme: Object.keys(catalogue.policy.themes ?? {}),
  };
  const words = Object.entries(named).flatMap(([kind, ids]) => ids.map((id) => `${kind}.${id}`));
  expect(words.filter((word) => !Object.hasOwn(catalogue.pages?.de ?? {}, word))).toEqual([]);
});
