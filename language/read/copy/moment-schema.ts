import { z } from 'zod';
import { CHANNELS, Channel } from '../../catalogue/channel.ts';
import { OFFERED } from '../../catalogue/giver.ts';
import { Purpose, Scale } from '../../catalogue/kind.ts';
import { QuietHoursChoice, Reaction, Window } from '../policy-schema.ts';
import { named, shape } from '../yaml/shape.ts';
import { Cap, Duration, Id, Name, Text } from '../yaml/words.ts';
import { WrittenPromises } from './promise-schema.ts';

const because = Text.min(1, 'tell the customer why they get this').describe(
  'What the customer reads under "why did I get this?". Liquid.',
);
const subject = Text.describe('The subject of the email, the title in the inbox. Liquid.');
const preheader = Text.describe(
  'What an inbox shows beside the subject; the first words of the text where this is left out. Liquid.',
);

const question = Text.min(1, 'write the question')
  .refine(
    (text) => !/\{[{%]/.test(text),
    'the question is read on a page, where no Liquid is printed: write plain words',
  )
  .describe('What is asked, as the page behind the buttons says it. Plain text.');
const ends = z
  .tuple([Text.min(1), Text.min(1)], { error: 'what the lowest and the highest answer mean, such as `[hard, easy]`' })
  .meta({ title: 'two texts', description: 'What the lowest and the highest answer mean, such as `[hard, easy]`.' });
const words = z
  .array(Text.min(1).max(40, 'at most 40 letters, so that it fits on a button'))
  .min(2, 'at least two words to choose from')
  .max(7, 'at most seven words to choose from')
  .describe('The answers, each on a button of its own.');

/** `asks: { … }`: with buttons. */
const OnScale = shape({ scale: Scale.describe('The scale, each point of which is a button.') });
const InWords = shape({ words });
const OfGestures = shape({
  gestures: z
    .array(Id)
    .min(OFFERED.least, 'at least two gestures to choose from')
    .max(8, 'at most eight gestures, of which the first four that fit are offered')
    .describe(
      'Kinds in gestures.yaml, in the order of their buttons: the first four that fit the customer and are within every budget. Of fewer than two nothing is sent.',
    ),
});

export const WrittenMoment = shape({
  moment: Id.describe('Its id: the name of its file without `.md`.'),
  title: Text.optional().describe('What it is called in lists and drawings.'),
  about: Text.optional().describe('A sentence for colleagues. Customers do not see it.'),
  purpose: Purpose.optional().describe("Why it is sent; the journey's purpose where this is left out."),
  topic: Id.optional().describe(
    'What a customer can unsubscribe from; declared in policy.yaml. Relationship and promotional moments need one.',
  ),
  channels: z
    .array(Channel, { error: 'a list of channels such as `[email, inbox]`' })
    .min(1, 'a moment needs a channel')
    .describe(
      `Where it may go: the customer's preferred channel if it is listed, else the first that reaches them. ${Channel.options.map((channel) => `${channel}: ${CHANNELS[channel].about}.`).join(' ')}`,
    ),
  whenNegative: Reaction.optional().describe(
    "What it does while the customer's mood is negative, instead of what policy.yaml says for its purpose.",
  ),
  whenIncident: Reaction.optional().describe(
    'What it does while an incident of the customer is open, instead of what policy.yaml says for its purpose.',
  ),
  patience: Duration.optional().describe(
    'How long it may be held before it is suppressed, instead of what policy.yaml says for its purpose.',
  ),
  cap: Cap.optional().describe("At most so many of this moment over all journeys, besides its purpose's cap."),
  team: Id.optional().describe('Of work for a person: whose it is. Without it, it is for whoever takes it.'),
  instead: Id.optional().describe(
    'Of work for a person for which no step waits: the message that its customer gets at once where the team cannot reach it in time; `later` where nothing can stand for it and it is done late.',
  ),
  window: Window.optional().describe("When it may go out, in the customer's zone; at other times it is held."),
  quietHours: QuietHoursChoice.optional().describe(
    'Whether it is held in quiet hours. Only care and transactional moments may `ignore` them.',
  ),
  asks: z
    .union([z.enum([...Scale.options, 'open']), OnScale, InWords, OfGestures], {
      error:
        'nps, csat, ces, trust or open; with buttons `{ scale: trust }`, `{ words: [Yes, No] }` or `{ gestures: [a, b] }`',
    })
    .optional()
    .describe(
      'The scale on which it asks, so that a `listen` can wait for the answer; `open` is a question in words. As `{ scale: … }` or `{ words: […] }` it is answered in one tap; as `{ gestures: […] }` the customer chooses what would help, and a `give: { chosen: … }` gives it.',
    ),
  question: question.optional(),
  ends: ends.optional(),
  uses: named(Name, Text, '{ company: why we may use it }')
    .optional()
    .describe(
      'A fact that customers did not tell us, and the reason why this copy may use it, or why it may choose who gets this.',
    ),
  excused: Text.min(1, 'say why')
    .optional()
    .describe(
      'Why transactional copy, or care, may say what such copy mostly may not, or why it prints no transaction. It stands in the journal.',
    ),
  promises: WrittenPromises.optional(),
  because,
  subject: subject.optional(),
  preheader: preheader.optional(),
});
export type WrittenMoment = z.infer<typeof WrittenMoment>;

/** The front matter of `welcome.fr.md`: what is said, not when. */
export const WrittenLocale = shape({
  moment: Id,
  question: question.optional(),
  ends: ends.optional(),
  words: words.optional(),
  because,
  subject: subject.optional(),
  preheader: preheader.optional(),
});
export type WrittenLocale = z.infer<typeof WrittenLocale>;
