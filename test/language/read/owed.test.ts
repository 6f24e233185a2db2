import { describe, expect, it } from 'vitest';
import { wordsListed } from '../../../language/read/copy/word-list.ts';
import { POLICY, problems, withSteps } from './fixture.ts';

const LISTED = `${POLICY}copy:
  notInCare:
    en: [ offer*, "% off", hurry, "miss you", "don't miss" ]
    de: [ rabatt*, "vermissen dich" ]
`;
const AT_ONCE = 'policy.yaml has `';

const moment = (purpose: string, body: string, front = '') =>
  `---\nmoment: welcome\npurpose: ${purpose}\ntopic: start\nchannels: [email, sms]\n${front}because: You joined.\nsubject: ${SUBJECT.text}\n---\n${body}\n`;
const SUBJECT = { text: 'About your {{ event.plan }}' };

const wrong = (purpose: string, body: string, { front = '', more = {}, subject = 'About your plan' } = {}) => {
  SUBJECT.text = subject;
  const files = { 'policy.yaml': LISTED, 'moments/welcome.md': moment(purpose, `${body} {{ event.plan }}`, front) };
  return problems({ ...files, ...more }).map((line) => line.replace('moments/', ''));
};

describe('copy of a transaction, or of care', () => {
  it.each(['transactional', 'care'])('that is %s says nothing that the list has', (purpose) => {
    expect(wrong(purpose, 'We miss you! 20 % off.')).toEqual([
      expect.stringMatching(
        /^welcome\.md:9:\d+ `% off` does not belong into (transactional|care) copy \(policy\.yaml has/,
      ),
    ]);
  });

  it.each(['relationship', 'promotional'])('may say it where it is %s', (purpose) => {
    expect(wrong(purpose, 'We miss you! 20 % off.')).toEqual([]);
  });

  it.each([
    ['in its subject', 'Hello.', { subject: 'Hurry' }],
    ['in the section of a channel', 'Hello.\n\n## sms\nHurry up.', {}],
    [
      'in another language, by the list of that language',
      'Hello.',
      {
        more: {
          'moments/welcome.de-AT.md':
            '---\nmoment: welcome\nbecause: Sie sind neu.\nsubject: Hallo\n---\nWir vermissen dich, {{ event.plan }}.\n',
        },
      },
    ],
    [
      'in what a step gives it',
      'Hello {% if with.note %}{{ with.note }}{% endif %}',
      {
        more: { 'journeys/onboarding.yaml': withSteps('- send: welcome\n  with: { note: Hurry up }') },
      },
    ],
  ])('is read %s', (_, body, more) => {
    expect(wrong('care', body, more)).toEqual([expect.stringContaining(AT_ONCE)]);
  });

  it('may be excused, where there is something to excuse', () => {
    const excused = { front: 'excused: They asked us for the price.\n' };
    expect(wrong('care', 'Here is the offer.', excused)).toEqual([]);
    expect(wrong('care', 'Here it is.', excused)).toEqual([
      expect.stringContaining('there is nothing here that has to be excused'),
    ]);
  });

  it('prints a field of its transaction', () => {
    const files = (body: string, front = '') => ({
      'policy.yaml': LISTED,
      'moments/welcome.md': moment('transactional', body, front),
    });
    SUBJECT.text = 'Done';
    const missing = [expect.stringContaining('print a field of the event that says which')];
    expect(problems(files('All is well.'))).toEqual(missing);
    expect(problems(files('Done on {{ event.at | date }}, {{ event.customerId }}.'))).toEqual(missing);
    expect(problems(files('{% if event.plan %}Done.{% endif %}'))).toEqual(missing);
    expect(problems(files('Your plan: {{ event.plan }}.'))).toEqual([]);
    expect(problems(files('All is well.', 'excused: It confirms that nothing was done.\n'))).toEqual([]);
    const journey = withSteps('- send: welcome\n  with: { plan: = event.plan }');
    expect(problems({ ...files('It is {{ with.plan }}.'), 'journeys/onboarding.yaml': journey })).toEqual([]);
  });
});

describe('words on the list', () => {
  const wordsIn = (text: string, locale?: string) =>
    wordsListed(text, locale, { en: ['offer*', '% off', 'miss you', "don't miss"], fr: ['dépêchez-vous'] })?.words;

  it.each([
    ['We **miss** you', 'miss you'],
    ['We MISS\nyou', 'miss you'],
    ['we miss\u00a0you', 'miss you'],
    ['we mi\u00adss you', 'miss you'],
    ['now 20\u202f\uff05 off', '% off'],
    ['Don’t miss it', "don't miss"],
    ['our Offers', 'offers'],
    ['d\u0065\u0301pêchez\u2011vous', 'dépêchez-vous'],
  ])('are found in %j', (text, words) => expect(wordsIn(text)).toBe(words));

  it.each([
    ['I missed youth'],
    ['coffer'],
    ['{{ event.offer }}'],
    ['[Our plans](https://example.com/offers)'],
    ['a bus: % officially'],
  ])('are not found in %j', (text) => expect(wordsIn(text)).toBeUndefined());

  it('are those of the language that a file is in', () => {
    expect(wordsIn('offers', 'fr')).toBeUndefined();
    expect(wordsIn('offers', 'en-GB')).toBe('offers');
  });
});
