import { z } from 'zod';
import { CHANNELS, Channel } from '../../catalogue/channel.ts';
import { Purpose, Scale } from '../../catalogue/kind.ts';
import { QuietHoursChoice, Reaction, Window } from '../policy-schema.ts';
import { shape } from '../yaml/shape.ts';
import { Cap, Duration, Id, Name, Text } from '../yaml/words.ts';

const because = Text.min(1, 'tell the customer why they get this').describe(
  'What the customer reads under "why did I get this?". Liquid.',
);
const subject = Text.describe('The subject of the email, the title in the inbox. Liquid.');

export const WrittenMoment = shape({
  moment: Id,
  title: Text.optional(),
  about: Text.optional(),
  purpose: Purpose.optional(),
  topic: Id.optional(),
  channels: z
    .array(Channel, { error: 'a list of channels such as `[email, inbox]`' })
    .min(1, 'a moment needs a channel')
    .describe(Channel.options.map((channel) => `${channel}: ${CHANNELS[channel].about}.`).join(' ')),
  whenNegative: Reaction.optional(),
  whenIncident: Reaction.optional(),
  patience: Duration.optional(),
  cap: Cap.optional(),
  window: Window.optional(),
  quietHours: QuietHoursChoice.optional(),
  asks: z.enum([...Scale.options, 'open']).optional(),
  uses: z.record(Name, Text).optional(),
  because,
  subject: subject.optional(),
});
export type WrittenMoment = z.infer<typeof WrittenMoment>;

/** The front matter of `welcome.fr.md`: what is said, not when. */
export const WrittenLocale = shape({ moment: Id, because, subject: subject.optional() });
export type WrittenLocale = z.infer<typeof WrittenLocale>;
