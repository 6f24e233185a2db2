import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ENGLISH } from '../../../../language/catalogue/page-words/english.ts';
import { GERMAN } from '../../../../language/catalogue/page-words/german.ts';
import { PAGE_WORDS, placeholdersIn } from '../../../../language/catalogue/page-words/page-words.ts';
import { compileCatalogue } from '../../../../language/compile/catalogue.ts';
import { EVENTS, POLICY, read } from '../fixture.ts';

const readPages = (name: string, text: string) => {
  const { problems, warnings } = read({ [`pages/${name}.yaml`]: text });
  const lineOf = ({ file, line, column, message }: (typeof problems)[number]) => `${file}:${line}:${column} ${message}`;
  const own = ({ file }: { file: string }) => file.startsWith('pages/');
  return { problems: problems.map(lineOf), warnings: warnings.filter(own).map(lineOf) };
};

describe('the words of customers’ pages', () => {
  it('go with the catalogue, by language, and it is another version with them', () => {
    const { definitions, problems } = read({ 'pages/fr.yaml': 'known: { title: Ce que nous savons de vous }\n' });
    expect(problems).toEqual([]);
    expect(definitions?.pages).toEqual({ fr: { 'known.title': 'Ce que nous savons de vous' } });
    const catalogue = compileCatalogue(definitions!);
    expect(catalogue.pages).toEqual(definitions?.pages);
    expect(catalogue.version).not.toBe(compileCatalogue(read().definitions!).version);
  });

  it('are the project’s own names too, by what they name', () => {
    const text = 'fact: { plan: Tarif }\nchannel: { email: E-Mail }\n';
    expect(readPages('de', text)).toEqual({ problems: [], warnings: [] });
  });

  it('are warned of where they name what is not there (any more), and stop nothing', () => {
    expect(readPages('de', 'fact: { plann: Tarif }\n')).toEqual({
      problems: [],
      warnings: ['pages/de.yaml:1:9 no fact is called `plann`: did you mean `plan`?'],
    });
    expect(read({ 'pages/de.yaml': 'moment: { gone: Fort }' }).definitions?.pages).toEqual({ de: {} });
  });

  it('are not said to be unknown while nobody can read what is known', () => {
    const { problems } = read({ 'policy.yaml': 'zone: [', 'pages/de.yaml': 'topic: { any: Jedes }\n' });
    expect(problems.filter(({ file }) => file.startsWith('pages/'))).toEqual([]);
  });

  it.each([
    ['known: { titel: Was }', 'pages/de.yaml:1:10 no page says `titel`: did you mean `title`?'],
    ['knwon: { title: Was }', 'pages/de.yaml:1:1 no page has `knwon`: did you mean `known`?'],
    ['known: { title: 3 }', 'pages/de.yaml:1:17 this should be a text'],
    ['known: { title: " " }', 'pages/de.yaml:1:17 this should be a text'],
    ['known: Was', 'pages/de.yaml:1:8 this should be texts by their names, such as `title: …`'],
    ['[ known ]', 'pages/de.yaml:1:1 this should be groups of texts'],
    ['known: { told: "Seit {tag} {day}." }', 'pages/de.yaml:1:16 nothing fills in {tag} here: there is `{day}`'],
    ['known: { title: "{day}" }', 'pages/de.yaml:1:17 nothing is filled in here: take {day} out'],
  ])('are refused where no page says them so: %s', (text, problem) => {
    expect(readPages('de', text).problems).toEqual([problem]);
  });

  it('are warned of where they leave out what would be filled in', () => {
    expect(readPages('de', 'known: { told: Seit langem. }').warnings).toEqual([
      'pages/de.yaml:1:16 this does not say `{day}`',
    ]);
  });

  it('are warned of where customers read the rest in English, once, and not where we have the language', () => {
    const { warnings } = readPages('fr', 'known: { title: Ce que nous savons }');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /^pages\/fr\.yaml:1:1 customers read what is missing here in English: `common: preferences`, .*, and \d+ more$/,
    );
    expect(readPages('de', 'known: { title: Was wir wissen }').warnings).toEqual([]);
  });

  const EVENTS_READ = `${EVENTS}late: { about: It is late., customer: id, fields: { id: text }, signal: [ { value: -0.3, weight: 1 } ] }
given: { about: A gift., ours: true, gesture: true, fields: {} }
`;

  it('are warned of where customers read in English what an event is about: of their mood, or of what they are given', () => {
    const warningsOf = (text: string, name = 'de') =>
      read({ 'events.yaml': EVENTS_READ, [`pages/${name}.yaml`]: text })
        .warnings.filter(({ file }) => file.startsWith('pages/'))
        .map(({ message }) => message);
    expect(warningsOf('event: { late: Es ist zu spät. }')).toEqual([
      'customers read what is missing here in English: `event: given`',
    ]);
    expect(warningsOf('event: { late: Es ist zu spät., given: Ein Geschenk. }')).toEqual([]);
    expect(warningsOf('known: { title: What we know }', 'en')).toEqual([]);
  });

  it('are warned of where customers read in English what they asked for', () => {
    const policy = `${POLICY}themes: { export: { en: [export] }, night-mode: { en: [night] } }\n`;
    const { warnings } = read({ 'policy.yaml': policy, 'pages/de.yaml': 'theme: { export: Export }' });
    expect(warnings.filter(({ file }) => file.startsWith('pages/')).map(({ message }) => message)).toEqual([
      'customers read what is missing here in English: `theme: night-mode`',
    ]);
  });

  it('say what an event is about only of events that there are', () => {
    expect(readPages('de', 'event: { renewal.du: Es läuft aus. }').warnings).toEqual([
      'pages/de.yaml:1:10 no event is called `renewal.du`: did you mean `renewal.due`?',
    ]);
  });

  it.each(['Deutsch', 'german', 'de-aa-bb-cc', 'd', 'qq'])(
    'are in a file that is called by its language, and not %s',
    (name) => {
      expect(readPages(name, 'known: { title: Was }').problems[0]).toContain(
        'is called by its language, such as pages/fr.yaml',
      );
    },
  );

  it('are in a file that is called as customers have the language', () =>
    expect(readPages('iw', 'known: { title: Was }').problems).toEqual([
      'pages/iw.yaml:1:1 customers have this language as `he`: call this file pages/he.yaml',
    ]));
});

describe('the words as shipped', () => {
  it.each(Object.entries({ en: ENGLISH, de: GERMAN }))(
    'stand in workflows/pages/%s.yaml, to be changed: what is new there npm run docs adds',
    (language, words) => {
      const pages = parse(readFileSync(`workflows/pages/${language}.yaml`, 'utf8')) as Record<
        string,
        Record<string, string>
      >;
      const flat = Object.entries(pages).flatMap(([group, texts]) =>
        Object.entries(texts).map(([word, text]) => [`${group}.${word}`, text]),
      );
      const pageWords: readonly string[] = PAGE_WORDS;
      expect(Object.fromEntries(flat.filter(([word]) => pageWords.includes(word ?? '')))).toEqual(words);
    },
  );

  it('are filled in alike in both languages', () => {
    for (const word of PAGE_WORDS)
      expect([word, placeholdersIn(GERMAN[word])]).toEqual([word, placeholdersIn(ENGLISH[word])]);
  });
});
