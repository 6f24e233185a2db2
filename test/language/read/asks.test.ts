import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../language/read/yaml/problem.ts';
import { EVENTS, moment, read } from './fixture.ts';

/** Refusals and warnings, but those of the fixture itself. */
const problems = (files: Record<string, string>): string[] => {
  const { problems: refused, warnings } = read(files);
  const of = [...refused, ...warnings].map(formatProblem);
  return of.filter((line) => !/no journey sends|nothing shows `inbox`/.test(line));
};

const FEEDBACK = `feedback.received:
  by: customer
  id: responseId
  customer: customerId
  fields:
    customerId: text
    responseId: { type: text, optional: true }
    scale: { type: [nps, csat, ces, trust], optional: true }
    score: { type: number, optional: true }
    word: { type: text, optional: true }
    answers: { type: text, optional: true }
`;
const withEvent = (event = FEEDBACK) => ({
  'events.yaml': EVENTS.replace(/feedback\.received:[\s\S]*?(?=renewal\.due)/, () => event),
});

const asking = (front: string, channels = 'email') =>
  moment('question', `channels: [${channels}]\ntopic: start\nsubject: A question\n${front}`, 'Would you?');
const wrong = (front: string, event?: string, channels?: string) =>
  problems({ ...withEvent(event), ...asking(front, channels) });
const inGerman = (front: string, more: string, locale = 'de') =>
  problems({
    ...withEvent(),
    ...asking(front),
    [`moments/question.${locale}.md`]: `---\nmoment: question\nbecause: Sie fragten.\nsubject: Eine Frage\n${more}---\nWürden Sie?\n`,
  });

const WORDS = 'asks: { words: [Yes, Not now] }\nquestion: Shall we: show you, perhaps?';

describe('a moment that is answered in one tap', () => {
  it('asks on a scale, with a question and ends of its own or ours', () => {
    const { definitions } = read({
      ...withEvent(),
      ...asking('asks: { scale: ces }\nquestion: How easy: was it?\nends: [awful, a breeze]'),
      ...Object.fromEntries(
        Object.entries(asking('asks: { scale: trust }')).map(([path, text]) => [
          path.replace('question', 'plain'),
          text.replace('moment: question', 'moment: plain'),
        ]),
      ),
    });
    expect(definitions?.moments.question).toMatchObject({
      asks: 'ces',
      taps: true,
      copy: { default: { asks: { question: 'How easy: was it?', ends: ['awful', 'a breeze'] } } },
    });
    expect(definitions?.moments.plain).toMatchObject({ asks: 'trust', taps: true, copy: { default: { asks: {} } } });
  });

  it('asks for words, each language in its own', () => {
    expect(wrong(WORDS)).toEqual([]);
    expect(inGerman(WORDS, 'question: Sollen wir?\nwords: [Ja, Nicht jetzt]\n')).toEqual([]);
  });

  it.each([
    ['asks: { scale: npss }', /did you mean `nps`/],
    ['asks: { words: [Yes] }\nquestion: Well?', /at least two words/],
    ['asks: { scale: csat, words: [Yes, No] }', /`words` and `scale` do not go together: keep one$/],
    ['asks: { words: [Yes, Yes] }\nquestion: Well?', /`Yes` is there twice/],
    ['asks: { words: [Yes, No] }', /say the question under `question:`/],
    ['asks: { words: [Yes, No] }\nquestion: Well?\nends: [no, yes]', /`ends` are of a scale/],
    ['asks: { scale: nps }\nends: [no]', /what the lowest and the highest answer mean/],
    ['asks: { scale: nps }\nquestion: Dear {{ customer.id }}?', /no Liquid is printed/],
    ['asks: nps\nquestion: Would you?', /`question` is for answers in one tap/],
    ['ends: [no, yes]', /`ends` is for answers in one tap/],
  ])('is refused where it makes no sense: %s', (front, what) => {
    const lines = wrong(front);
    expect(lines.join('\n')).toMatch(what);
    expect(lines.every((line) => line.startsWith('moments/question.md:'))).toBe(true);
  });

  it('is refused where no event has room for the answer', () => {
    expect(wrong('asks: { scale: nps }', '').join('\n')).toMatch(
      /no event type has room for its answer.*`scale` and `score`/,
    );
    expect(wrong(WORDS, FEEDBACK.replace(/.*word:.*\n/, '')).join('\n')).toMatch(/no event type has room.*`word`/);
    const strict = FEEDBACK.replace('number, optional: true', 'number');
    expect(wrong('asks: { scale: nps }', strict)).toEqual([]);
    expect(wrong(WORDS, strict).join('\n')).toMatch(/no event type has room/);
  });

  it('is no work for a colleague', () => {
    expect(wrong('asks: { scale: nps }', FEEDBACK, 'agent').join('\n')).toMatch(/customers do not see its buttons/);
  });

  it('needs words in every language, and warns where ours would stand beside another language', () => {
    expect(inGerman(WORDS, 'question: Sollen wir?\n').join('\n')).toMatch(
      /say under `words:` in this language.*`Yes` and `Not now`/,
    );
    expect(inGerman(WORDS, 'question: Sollen wir?\nwords: [Ja, Nein, Nie]\n').join('\n')).toMatch(/in this order/);
    expect(inGerman('asks: { scale: nps }', '')).toEqual([]);
    expect(inGerman('asks: { scale: nps }', '', 'fr').join('\n')).toMatch(/warning.*say `question:` and `ends:`/);
    expect(inGerman('asks: { scale: nps }', 'question: Vraiment ?\nends: [non, oui]\n', 'fr')).toEqual([]);
    expect(inGerman('asks: { scale: nps }', 'words: [Ja, Nein]\n').join('\n')).toMatch(/asks on the scale nps/);
    expect(inGerman('asks: nps', 'question: Wirklich?\n').join('\n')).toMatch(/is for answers in one tap/);
  });

  it('counts its link where each part of a text message is paid for', () => {
    const long = (size: number) =>
      problems({
        ...withEvent(),
        ...moment('question', 'channels: [sms]\ntopic: start\nasks: { scale: nps }', 'a '.repeat(size)),
      }).join('\n');
    expect(long(190)).toBe('');
    expect(long(215)).toMatch(/a text message of 4 parts/);
  });
});
