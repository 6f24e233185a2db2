import * as z from 'zod';
import { Channel, SENDABLE } from '../../../language/catalogue/channel.ts';
import { Purpose } from '../../../language/catalogue/kind.ts';
import { Moment as CatalogueMoment, Copy } from '../../../language/catalogue/moment.ts';
import { CustomerId, Instant, listOf, Name } from './common.ts';
import { Figures } from './figures.ts';
import { route } from './route.ts';

const Use = z.strictObject({ journey: z.string(), title: z.string(), step: z.string() });

export const MomentSummary = z
  .strictObject({
    moment: Name,
    title: z.string().optional(),
    about: z.string().optional(),
    purpose: Purpose.optional(),
    topic: z.string().optional(),
    channels: z.array(Channel),
    /** `default`, and language tags. */
    languages: z.array(z.string()),
    /** Steps that send it; none: it is unused. */
    uses: z.array(Use),
    /** It takes the place of others only. */
    isOnlyInstead: z.boolean(),
    /** The last seven days. */
    week: Figures,
    /** In workflows/, one for each language. */
    files: z.array(z.string()),
  })
  .meta({ id: 'MomentSummary' });
export type MomentSummary = z.infer<typeof MomentSummary>;

export const Moment = MomentSummary.extend({
  copy: z.record(z.string(), Copy),
  settings: CatalogueMoment.omit({ copy: true }),
}).meta({ id: 'Moment' });
export type Moment = z.infer<typeof Moment>;

const Link = z.strictObject({
  url: z.string(),
  /** What was found of it without following it. */
  problem: z.string().optional(),
});

export const Rendering = z
  .strictObject({
    channel: Channel,
    /** `default`, or the tag of its language. */
    locale: z.string(),
    to: z.string().optional(),
    subject: z.string(),
    preheader: z.string().optional(),
    /** With the footer and the ways out, where the channel has them. */
    text: z.string(),
    html: z.string().optional(),
    headers: z.record(z.string(), z.string()),
    because: z.string(),
    links: z.array(Link),
    /** Of a text message: what it costs, and the signs that make it dearer. */
    sms: z
      .strictObject({
        parts: z.number().int(),
        encoding: z.string(),
        characters: z.number().int(),
        costly: z.array(z.string()),
      })
      .optional(),
  })
  .meta({ id: 'Rendering' });
export type Rendering = z.infer<typeof Rendering>;

export const Preview = z
  .strictObject({
    moment: z.string(),
    renderings: z.array(Rendering),
    /** What its copy was written with. */
    names: z.strictObject({
      event: z.record(z.string(), z.unknown()),
      customer: z.record(z.string(), z.unknown()),
      with: z.record(z.string(), z.unknown()),
    }),
    /** Why some rendering is missing. */
    problems: z.array(z.strictObject({ channel: Channel, locale: z.string(), message: z.string() })),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof Preview>;

const Facts = z.record(z.string(), z.unknown());
/** Facts of a sample; by default they are made up by the declared types. */
const Sample = z.strictObject({ event: Facts.optional(), customer: Facts.optional(), with: Facts.optional() });

/** Whom it is written to: a customer, or a sample. `files` are tried in place of the published ones. */
const PreviewAsked = z.strictObject({
  customer: CustomerId.optional(),
  sample: Sample.optional(),
  files: z.record(z.string().max(200), z.union([z.string().max(400_000), z.null()])).optional(),
  /** By the draft instead of what is published. */
  draft: z.boolean().default(false),
});
export type PreviewAsked = z.infer<typeof PreviewAsked>;

const OneMoment = z.strictObject({ moment: Name });

export const momentRoutes = {
  listMoments: route({
    says: 'All published moments, where they are sent, and how often they were.',
    answer: listOf(MomentSummary),
  }),
  readMoment: route({
    says: 'A moment: its copy in every language, and its settings.',
    params: OneMoment,
    answer: Moment,
  }),
  previewMoment: route({
    says: 'A moment as it goes out on every channel in every language, the very mail, for a customer or a sample.',
    params: OneMoment,
    body: PreviewAsked,
    answer: Preview,
  }),
  testSend: route({
    says: 'Sends a moment once, to oneself or to a verified test address.',
    params: OneMoment,
    body: z.strictObject({
      channel: z.enum(SENDABLE),
      locale: z.string().max(40).default('default'),
      to: z.string().min(3).max(320),
      customer: CustomerId.optional(),
      draft: z.boolean().default(false),
    }),
    answer: z.strictObject({ at: Instant, to: z.string(), reference: z.string().optional(), says: z.string() }),
  }),
};
