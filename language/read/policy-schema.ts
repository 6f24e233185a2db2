import { z } from 'zod';
import { REPLYABLE } from '../catalogue/channel.ts';
import { Purpose } from '../catalogue/kind.ts';
import { languageOf } from '../catalogue/locale.ts';
import { Day } from '../catalogue/policy.ts';
import { isZone } from '../catalogue/zone.ts';
import { localeNamed, whyNoLanguage } from './copy/locale-name.ts';
import { named, shape } from './yaml/shape.ts';
import { Cap, Duration, Id, Rate, Text, WorkCap as Work } from './yaml/words.ts';

export const Reaction = z
  .union(
    [
      z.enum(['send', 'hold', 'skip']),
      shape({ instead: Id.describe('The moment that takes its place.') }),
      shape({ person: Id.describe('The moment, on the channel `agent`, that tells a colleague what to do.') }),
    ],
    {
      error: '`send`, `hold`, `skip`, `{ instead: moment }` or `{ person: moment }`',
    },
  )
  .meta({
    title: 'reaction',
    description:
      '`send` it all the same, `hold` it until that is over, `skip` it, send another moment (`{ instead: moment }`), or make it work for a person (`{ person: moment }`).',
  });

const Time = z
  .string({ error: 'a time such as `"21:00"`' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: ({ input }) => `\`${input}\` is not a time: write such as "21:00"` })
  .meta({ title: 'time of day', description: 'A time of day in the customer\'s zone, in quotes: `"21:00"`.' });

export const Window = shape({
  from: Time.describe('When the window opens.'),
  to: Time.describe('When it closes; earlier than `from` means the next morning.'),
  days: z.array(Day).min(1).optional().describe('On which days it opens; every day where this is left out.'),
});

export const Zone = Text.refine(isZone, {
  error: ({ input }) => `there is no time zone \`${input}\`: write such as Europe/London`,
}).meta({ title: 'zone', description: 'A time zone, such as Europe/London.' });

/** A language without its country. */
const languageMeant = (text: unknown): string | undefined => {
  const locale = localeNamed(String(text));
  return locale === undefined ? undefined : languageOf(locale);
};
const NO_LANGUAGE = ({ input }: { input?: unknown }) => whyNoLanguage(String(input), languageMeant(input));

/** By it texts and copy are looked for, which are in `de`, and neither in `deu` nor in `de-AT`. */
const Language = z
  .string()
  .regex(/^[a-z]{2,3}$/, { error: NO_LANGUAGE, abort: true })
  .refine((text) => languageMeant(text) === text, { error: NO_LANGUAGE });
/** Words and phrases by language. */
const Words = z.array(Text.min(2, 'at least two letters')).min(1);
const WordList = named(Language, Words, '{ en: [hurry, miss you] }');

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const Country = Text.refine((code) => /^[A-Z]{2}$/.test(code) && countries.of(code) !== undefined, {
  error: ({ input }) => `there is no country \`${input}\`: write two capital letters, such as GB`,
}).meta({ title: 'country', description: 'A country by its two letters, such as GB.' });

export const QuietHoursChoice = z.enum(['ignore', 'hold']);

const PurposePolicy = shape({
  whenIncident: Reaction.describe('What its moments do while an incident of the customer is open.'),
  whenNegative: Reaction.describe('What its moments do while the mood of the customer is negative.'),
  quietHours: QuietHoursChoice.describe('Whether its moments are held in quiet hours.'),
  patience: Duration.describe('How long one of its moments may be held before it is suppressed.'),
  cap: Cap.optional().describe('At most so many of its moments in any such time, over all journeys.'),
  ifUnsure: z
    .enum(['resend', 'drop'])
    .describe('What to do when a channel did not say whether it took a message: `resend` it, or `drop` it.'),
  optIn: z.boolean().optional().describe('Its moments need their topic granted; silence is not enough.'),
});

const PURPOSES: Record<Purpose, string> = {
  transactional: 'What somebody asked for or has to know: receipts, notices.',
  care: 'Help, apologies and follow-ups after something went wrong.',
  relationship: 'Tips, thanks and questions.',
  promotional: 'Offers and invitations.',
};

/** Text such as `2 % a week`, read as 0.02. */
const Share = z
  .string({ error: 'a share such as `2 % a week`' })
  .regex(/^\d{1,3}(\.\d{1,3})? ?% a week$/, {
    error: ({ input }) => `\`${input}\` is not a share: write such as \`2 % a week\``,
  })
  .transform((text) => Number.parseFloat(text) / 100)
  .refine((share) => share > 0 && share <= 1, 'a share is more than 0 %, and at most 100 %')
  .meta({ title: 'share', description: 'A part of all in a week: `2 % a week`.' });

const positive = z.number().positive('this has to be more than 0');
const negative = z.number().negative('this has to be less than 0');

export const WrittenPolicy = shape({
  zone: Zone.describe('The time zone of customers whose own is not known.'),
  country: Country.optional().describe(
    "Whose phone numbers those without `+` are, where a customer's country is not known; the country of `zone` where this is left out.",
  ),
  mood: shape({
    halfLife: Duration.refine((seconds) => seconds > 0, 'a half-life is more than nothing').describe(
      'After how long evidence counts half.',
    ),
    prior: positive.describe('How strongly mood is drawn to neutral: a weight that speaks for nothing.'),
    negative: negative.describe('A mood at or below this is negative.'),
    positive: positive.describe('A mood at or above this is positive.'),
    strong: negative.describe('A single piece of evidence at or below this makes mood negative for `quietAfter`.'),
    quietAfter: Duration.describe('How long strong evidence makes mood negative, whatever the score is.'),
  }).describe('How evidence becomes a mood.'),
  purposes: shape(
    Object.fromEntries(
      Purpose.options.map((purpose) => [purpose, PurposePolicy.describe(PURPOSES[purpose])]),
    ) as Record<Purpose, typeof PurposePolicy>,
  ).describe('What holds for the moments of each purpose. All four have to be there.'),
  quietHours: shape({
    from: Time.describe('When quiet hours begin.'),
    to: Time.describe('When they end.'),
    spread: Duration.describe(
      'Over how long what was held goes out afterwards, so that it does not come in one burst.',
    ),
  })
    .optional()
    .describe("The night, in the customer's zone; without it there are no quiet hours."),
  sensitive: shape({
    lasts: Duration.describe('So long after such an event nothing goes out that is relationship or promotional.'),
  })
    .optional()
    .describe('What follows an event marked `sensitive: true`; 90 days where this is left out.'),
  gap: Duration.describe('The time between any two moments to one customer that are relationship or promotional.'),
  workingDays: z
    .array(Day)
    .min(1, 'at least one day')
    .optional()
    .describe('On which days the company works, by `zone`; Monday to Friday where this is left out.'),
  holidays: z
    .array(
      z.iso.date({
        error: ({ input }) =>
          typeof input === 'string' ? `\`${input}\` is no date: write such as 2026-12-25` : 'a date such as 2026-12-25',
      }),
    )
    .optional()
    .describe('Dates on which it does not work, such as 2026-12-25. Promises in working days pass over them.'),
  copy: shape({
    notInCare: WordList.optional().describe(
      'Words that transactional copy, and care, do not say, by language: offers, urgency, win-back. `offer*` stands for all words that begin so.',
    ),
    promises: WordList.optional().describe(
      'Words that promise something, by language. Copy that says one has `promises:`, so that it is known whether that is kept.',
    ),
  })
    .optional()
    .describe('What `check` looks for in copy.'),
  themes: named(
    Id,
    z.union([Words, WordList], { error: 'a list of words such as `[export, csv]`, or such lists by language' }),
    '{ export: [export, csv] }',
  )
    .optional()
    .describe(
      'What customers ask for: a theme, and the words and phrases by which their texts are known to speak of it, for all languages or by language. `export*` stands for all words that begin so.',
    ),
  incidents: named(
    Text,
    shape({
      lasts: Duration.refine((seconds) => seconds > 0, 'an incident lasts longer than nothing')
        .optional()
        .describe('After so long one that nobody closes counts as open no longer.'),
      merge: Duration.optional().describe(
        'One that opens so soon after another of its kind was closed continues it: nobody enters a journey again for that.',
      ),
    }),
    '{ ticket: { lasts: 30 days } }',
  )
    .optional()
    .describe(
      'By the kind of incident that events open; `others` is for kinds that are not named. A ticket lasts 30 days, a failure 14, a broken promise 7, any other 30 where nothing is said.',
    ),
  languages: named(
    Language,
    z.number().min(0, 'this has to be 0 or more').max(1, 'this has to be 1 or less'),
    '{ de: 0.7 }',
  )
    .optional()
    .describe(
      'How much a text counts that is read in a language: its weight times this; 0 for a language that is not to be read. English counts 1 and the others that are read 0.7 where nothing is said.',
    ),
  caps: shape({
    care: Cap.optional().describe('At most so many messages of care in any such time, over all journeys.'),
    tasks: Work.optional().describe(
      'At most so often the same work for a person about one customer, over all journeys.',
    ),
    emits: Work.optional().describe('At most so often the same event of ours about one customer, over all journeys.'),
    gestures: Work.optional().describe(
      'At most so many gestures of all kinds to one customer: events marked `gesture: true`.',
    ),
  })
    .optional()
    .describe('What one customer gets at most beside messages of the other purposes.'),
  inbox: shape({
    keeps: Duration.refine((seconds) => seconds > 0, 'a message has to stay for some time').describe(
      'How long a message stays in the inbox. After that it is gone, read or not.',
    ),
  })
    .optional()
    .describe(
      'Your product shows customers their inbox (docs/inbox.md). Without this the channel `inbox` reaches nobody.',
    ),
  tasks: shape({
    due: Duration.refine((seconds) => seconds > 0, 'work takes longer than nothing').describe(
      'By when work for a person has to be done whose step does not say `within`; 3 days where this is left out.',
    ),
  })
    .optional()
    .describe('Work for people.'),
  replies: z
    .array(z.enum(REPLYABLE))
    .optional()
    .describe(
      'Channels on which what customers answer comes in (docs/deploy.md). Copy may ask for a reply there, and nowhere else.',
    ),
  ask: shape({
    moment: Id.describe('The moment that asks.'),
    share: Share.describe('How many of all customers are drawn in a week.'),
    atMost: Cap.refine(({ count }) => count === 1, 'once at most: write such as `1 per 90 days`').describe(
      'How often somebody is asked by it at most: `1 per 90 days`.',
    ),
  })
    .optional()
    .describe(
      'A question to a part of all customers each week, drawn by a hash: of those drawn, who is at ease is asked, each through the gate.',
    ),
  measure: z
    .literal('clicks', { error: '`clicks`: nothing else is measured' })
    .optional()
    .describe(
      'Links in emails are counted when they are opened (docs/privacy.md), unless a customer says no. Nothing is measured where this is left out, and openings of emails never are.',
    ),
  teams: named(
    Id,
    shape({
      calls: Rate.refine(({ seconds }) => seconds === 86_400, 'say how many a day, such as `40 a day`')
        .optional()
        .describe(
          'How much work the team can do in a day. What it cannot reach in time is undone, the least needed first. Without it nobody counts, and all stays on its list.',
        ),
      hours: shape({
        from: Time.describe('When the day of the team begins, in `zone`.'),
        to: Time.describe('When it ends, on the same day.'),
        days: z.array(Day).min(1).optional().describe('On which days; `workingDays` where this is left out.'),
      })
        .optional()
        .describe('When the team works. The whole of each working day where this is left out.'),
    }),
    '{ support: { calls: 40 a day } }',
  )
    .optional()
    .describe('Teams of colleagues, by the names that moments on the channel `agent` give under `team`.'),
  topics: named(Id, Text, '{ product-tips: Product tips }').describe(
    'What customers can subscribe to and unsubscribe from: an id, and the name that they read.',
  ),
});
export type WrittenPolicy = z.infer<typeof WrittenPolicy>;
