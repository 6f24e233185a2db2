import type { EventType } from '../../language/catalogue/event.ts';
import type { Policy } from '../../language/catalogue/policy.ts';
import type { BeginBroadcast } from '../broadcast/begin.ts';
import { type Envelope, EventRejected } from './envelope.ts';
import { readFields } from './fields.ts';
import { placeOf } from './place.ts';
import { showValue } from './show-value.ts';

/** In bytes: it goes to each customer, so it cannot be of any size. */
const MOST_BYTES = 16 * 1024;

/** Whoever may write to one customer may not yet write to all. Throws EventRejected. */
export const refuseStrangers = (
  name: string,
  { sources, from = [], byHand }: EventType,
  { source, id }: Envelope,
): void => {
  if (sources === undefined || sources.includes(source)) return;
  const about = { event: name, id };
  if (byHand === 'chooses')
    throw new EventRejected(
      'untrusted-source',
      `${name} came from ${showValue(source)}, and no page of ours signed it: nobody else may choose for a customer. Where a system of yours may, such as the app that shows their inbox, name its source under \`chosenFrom\` in gestures.yaml.`,
      about,
    );
  if (byHand !== undefined)
    throw new EventRejected(
      'untrusted-source',
      `${name} came from ${showValue(source)}: colleagues give and take back in the console. Where they do in a system of yours, such as a tool of your service team, name its source under \`givenFrom\` in gestures.yaml.`,
      about,
    );
  if (sources.length === 0)
    throw new EventRejected('untrusted-source', `${name} is ours alone: it comes over no bus.`, about);
  const hint = from.length > 0 ? ' The sources of `from` have to be among them, too.' : '';
  throw new EventRejected(
    'untrusted-source',
    `${name} is taken from ${sources.map(showValue).join(', ')} only, and this came from ${showValue(source)}. Let it come from there, or add it to \`sources\` in events.yaml.${hint}`,
    about,
  );
};

interface ToAll {
  envelope: Envelope;
  name: string;
  type: EventType;
  detail: Record<string, unknown>;
  /** When it happened. */
  at: string;
  /** What a repeat is known by, by its fields as they are kept. */
  keyOf: (fields: Record<string, unknown>) => Promise<string>;
}

/** Begins to ask everybody whether an event is about them. Throws EventRejected. */
export const toEveryone = async (
  begin: BeginBroadcast,
  { envelope, name, type, detail, at, keyOf }: ToAll,
  policy: Policy,
) => {
  const about = { event: name, id: envelope.id };
  // To begin with, dates and numbers mean what they mean where the policy is; to each customer, what they mean to them.
  const { fields, leftOut, fault } = await readFields(type, detail, placeOf(type, {}, undefined, policy));
  if (fault) throw new EventRejected('schema', `${name}: the field ${fault.field} ${fault.problem}.`, about);
  const odd = new Set(leftOut.map(({ field }) => field));
  const carried = Object.fromEntries(
    Object.entries(detail).filter(([field]) => Object.hasOwn(type.fields, field) && !odd.has(field)),
  );
  const bytes = Buffer.byteLength(JSON.stringify(carried));
  if (bytes > MOST_BYTES)
    throw new EventRejected(
      'too-large',
      `${name} has ${bytes} bytes in its fields; what goes to everybody may have ${MOST_BYTES}. Send a reference instead.`,
      about,
    );
  const id = await keyOf(fields);
  const status = await begin({ id, type: name, at, fields, detail: carried });
  return { status, broadcast: id, leftOut: [...odd] };
};
