import { answerEvent } from '../../catalogue/answer-event.ts';
import { isWork } from '../../catalogue/channel.ts';
import type { Copy, Moment } from '../../catalogue/moment.ts';
import { type Question, spokenIn } from '../../catalogue/question.ts';
import type { Declarations } from '../declarations.ts';
import { checkOffered } from '../gestures/check-offered.ts';
import { listNames } from '../yaml/lookup.ts';
import type { Source } from '../yaml/source.ts';
import type { WrittenMoment } from './moment-schema.ts';

type WrittenQuestion = { [Name in keyof Question]: Question[Name] | undefined };

/** Without what is not said. */
export const questionOf = ({ question, ends, words }: WrittenQuestion): Question => ({
  ...(question !== undefined && { question }),
  ...(ends !== undefined && { ends }),
  ...(words !== undefined && { words }),
});

/** What `asks:` says of the moment, and of its copy. */
export const askedIn = (
  asks: WrittenMoment['asks'],
  { question, ends }: WrittenQuestion,
): { moment: Pick<Moment, 'asks' | 'taps' | 'gestures'>; copy: Pick<Copy, 'asks'> } => {
  if (asks === undefined) return { moment: {}, copy: {} };
  if (typeof asks === 'string') return { moment: { asks }, copy: {} };
  if ('gestures' in asks)
    return {
      moment: { gestures: asks.gestures, taps: true },
      copy: { asks: questionOf({ question, ends, words: undefined }) },
    };
  const words = 'words' in asks ? asks.words : undefined;
  const scale = 'scale' in asks ? asks.scale : 'open';
  return { moment: { asks: scale, taps: true }, copy: { asks: questionOf({ question, ends, words }) } };
};

/** What one language says of the question, or should; `locale` is undefined of the moment's own file. */
export const checkQuestion = (
  { asks, taps, gestures, copy }: Moment,
  { question, ends, words }: WrittenQuestion,
  locale: string | undefined,
  front: Source,
): void => {
  const own = copy.default?.asks?.words;
  const isOfWords = asks === 'open';
  if (!taps) {
    for (const [name, value] of Object.entries({ question, ends, words }))
      if (value !== undefined)
        front.report(
          [name],
          `\`${name}\` is for answers in one tap: write \`asks: { scale: … }\` or \`{ words: […] }\``,
        );
    return;
  }
  if (gestures) {
    for (const [name, value] of Object.entries({ ends, words }))
      if (value !== undefined) front.report([name], `\`${name}\` is of other questions: this asks for a gesture`);
    if (locale !== undefined && !spokenIn(locale) && question === undefined)
      front.warn(
        ['moment'],
        'the page behind the buttons asks “What would help?” in English and German: say `question:` in this language',
      );
    return;
  }
  if (isOfWords && ends) front.report(['ends'], '`ends` are of a scale, and this is answered in words: leave them out');
  if (!isOfWords && words) front.report(['words'], `it asks on the scale ${asks}, and not for words: leave them out`);
  const twice = words?.find((word, place) => words.indexOf(word) < place);
  if (twice !== undefined) front.report(locale === undefined ? ['asks'] : ['words'], `\`${twice}\` is there twice`);
  if (isOfWords && question === undefined)
    front.report(['moment'], 'say the question under `question:`, for the page behind the buttons');
  if (isOfWords && locale !== undefined && words?.length !== own?.length)
    front.report(
      [words ? 'words' : 'moment'],
      `say under \`words:\` in this language, and in this order: ${listNames(own ?? [])}`,
    );
  if (!isOfWords && locale !== undefined && !spokenIn(locale) && !(question && ends))
    front.warn(
      ['moment'],
      'the page behind the buttons has English and German words of its own: say `question:` and `ends:` in this language',
    );
};

/** Whether an answer in one tap reaches anybody, and comes back as an event that somebody can hear. */
export const checkAnswerable = (moment: Moment, front: Source, declarations: Declarations): void => {
  const { asks, taps, channels, copy } = moment;
  const { events, complete } = declarations;
  if (moment.gestures) checkOffered(moment, moment.gestures, front, declarations);
  if (!taps || (asks === undefined && !moment.gestures)) return;
  if (isWork(channels)) front.report(['asks'], 'this is work for a colleague, and customers do not see its buttons');
  if (asks === undefined) return;
  const [word = ''] = copy.default?.asks?.words ?? [];
  const answer = asks === 'open' ? { word } : { scale: asks, score: 1 };
  if (!complete || answerEvent(events, { customerId: '', id: '', answers: '', ...answer })) return;
  front.report(
    ['asks'],
    `no event type has room for its answer: one with the fields \`answers\` (text), ${asks === 'open' ? '`word` (text)' : '`scale` and `score` (number)'}, and nothing else that is needed but whose it is and its key`,
  );
};
