import * as z from 'zod';
import { timeIn } from '../hmac.ts';
import type { DeskAnswer } from '../kind.ts';
import { readReference } from '../reference.ts';
import { ATTRIBUTES } from './connect.ts';

/** AWS's own samples have keys in both cases. */
const withSmallKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key.charAt(0).toLowerCase() + key.slice(1), each]))
    : value;

/** What EventBridge brings of a contact. It says little of it, so the contact itself is looked at. */
export const ContactEvent = z.looseObject({
  source: z.literal('aws.connect'),
  time: z.string().optional(),
  detail: z.preprocess(
    withSmallKeys,
    z.looseObject({
      eventType: z.string(),
      contactId: z.string(),
      instanceArn: z.string(),
      agentInfo: z.preprocess(withSmallKeys, z.looseObject({ agentArn: z.string().optional() }).optional()),
    }),
  ),
});
export type ContactEvent = z.infer<typeof ContactEvent>;

/** A contact as `DescribeContact` tells it. */
export const Contact = z.looseObject({
  Attributes: z.record(z.string(), z.string()).nullish(),
  AgentInfo: z.looseObject({ Id: z.string().nullish() }).nullish(),
  DisconnectTimestamp: z.union([z.number(), z.string()]).nullish(),
  DisconnectReason: z.string().nullish(),
  PreviousContactId: z.string().nullish(),
  NextContacts: z
    .array(
      z.looseObject({
        NextContactMetadata: z
          .looseObject({ QuickConnectContactData: z.looseObject({ ContactId: z.string().nullish() }).nullish() })
          .nullish(),
      }),
    )
    .nullish(),
});
export type Contact = z.infer<typeof Contact>;

/** A colleague as `DescribeUser` tells it. */
export const DescribedUser = z.looseObject({
  User: z.looseObject({
    Username: z.string().nullish(),
    IdentityInfo: z.looseObject({ FirstName: z.string().nullish(), LastName: z.string().nullish() }).nullish(),
  }),
});

/** The name of a colleague, as others know it. */
export const nameOf = ({ User: { Username, IdentityInfo } }: z.infer<typeof DescribedUser>): string | undefined =>
  [IdentityInfo?.FirstName, IdentityInfo?.LastName].filter(Boolean).join(' ') || Username || undefined;

/** The end of a contact is not in it yet: the event was faster. */
export class ContactNotOver extends Error {
  override name = 'ContactNotOver';
  constructor() {
    super('Amazon Connect told of the end of a task whose contact is not over yet: the event comes again.');
  }
}

/** How a colleague ends a task in the agent workspace. */
const COMPLETED = ['AGENT_COMPLETED', 'AGENT_DISCONNECT'];

/** Why work was left undone that no colleague completed. */
const endedBy = (reason: string): string =>
  reason === 'EXPIRED'
    ? 'Nobody completed it at Amazon Connect before it expired there.'
    : `Amazon Connect ended it without a colleague: ${reason}.`;

/** Undefined where a program stopped it, which mostly is ours, since the task is over: then nobody says anything of it. */
const endOf = ({ Attributes, DisconnectReason, NextContacts }: Contact) => {
  const attributes = Attributes ?? {};
  const [outcome, note, declined] = [ATTRIBUTES.outcome, ATTRIBUTES.note, ATTRIBUTES.declined].map(
    (name) => attributes[name]?.trim() || undefined,
  );
  if ((NextContacts ?? []).length > 0) return { type: 'agent.task_returned' } as const;
  if (declined !== undefined)
    return {
      type: 'agent.task_declined',
      said: { reason: note === undefined ? declined : `${declined}: ${note}` },
    } as const;
  if (outcome !== undefined || COMPLETED.includes(DisconnectReason ?? ''))
    return { type: 'agent.task_done', said: { ...(outcome && { outcome }), ...(note && { note }) } } as const;
  if (DisconnectReason === 'API') return undefined;
  return { type: 'agent.task_declined', said: { reason: endedBy(DisconnectReason ?? 'no reason given') } } as const;
};

/** Whose task a contact is; undefined of one that is none of ours. */
export const referenceIn = ({ Attributes }: Contact) => readReference(Attributes?.[ATTRIBUTES.reference]);

/** The contact as which a task goes on that was transferred: this one, after the one before, or the next one. */
export const passedOn = (
  contactId: string,
  { PreviousContactId, NextContacts }: Contact,
): { from: string; to: string } | undefined => {
  const next = NextContacts?.at(-1)?.NextContactMetadata?.QuickConnectContactData?.ContactId;
  if (next) return { from: contactId, to: next };
  return PreviousContactId ? { from: PreviousContactId, to: contactId } : undefined;
};

/** Whom a contact is, or was, with; the event may be faster than the contact. */
export const agentOf = ({ AgentInfo }: Contact, { detail: { agentInfo } }: ContactEvent): string | undefined =>
  AgentInfo?.Id ?? agentInfo?.agentArn?.split('/').at(-1);

/** What an event about a contact says of a task of ours; `by` is the colleague who has it. Throws ContactNotOver. */
export const answerOf = (event: ContactEvent, contact: Contact, by: string | undefined): DeskAnswer | undefined => {
  const reference = referenceIn(contact);
  if (!reference) return undefined;
  const { eventType, contactId } = event.detail;
  // A contact ends once, and comes to each colleague once: whoever it is transferred to has another.
  const whom = eventType === 'DISCONNECTED' ? [] : [agentOf(contact, event) ?? ''];
  const about = { ...reference, key: [contactId, eventType, ...whom].join('/') };
  const who = by === undefined ? {} : { by };
  const at = timeIn(event.time);
  const isOver = contact.DisconnectTimestamp != null;
  // Events keep no order: a contact that is over is nobody's any more, and another event tells its end.
  if (eventType === 'CONNECTED_TO_AGENT')
    return isOver ? undefined : { type: 'agent.task_taken', detail: { ...about, ...who }, at };
  if (eventType !== 'DISCONNECTED') return undefined;
  if (!isOver) throw new ContactNotOver();
  const end = endOf(contact);
  return end && { type: end.type, detail: { ...about, ...who, ...('said' in end ? end.said : {}) }, at };
};
