import * as z from 'zod';
import type { Tagged } from '../deliver/tags.ts';
import { type Envelope, EventRejected } from './envelope.ts';

/** Where SES says what became of an email. */
export const SES = 'aws.ses';

const Mail = z.object({ tags: z.record(z.string(), z.array(z.string())).default({}) });
const Bounce = z.object({
  mail: Mail,
  bounce: z.object({
    bounceType: z.string(),
    bounceSubType: z.string().optional(),
    timestamp: z.string().optional(),
  }),
});
const Complaint = z.object({
  mail: Mail,
  complaint: z.object({ complaintFeedbackType: z.string().nullish(), timestamp: z.string().optional() }),
});
const Delivery = z.object({ mail: Mail, delivery: z.object({ timestamp: z.string().optional() }) });

const Rejected = z.object({ mail: Mail, reject: z.object({ reason: z.string().optional() }).default({}) });
const Unrendered = z.object({ mail: Mail });
const Delayed = z.object({
  mail: Mail,
  deliveryDelay: z.object({ delayType: z.string().optional(), timestamp: z.string().optional() }),
});

interface Feedback {
  type: `message.${'bounced' | 'soft_bounced' | 'complained' | 'delivered' | 'delayed' | 'rejected'}`;
  tags: Record<string, string[]>;
  at?: string | undefined;
  /** In a word of SES's; never what a server said, which names the address. */
  cause?: string | undefined;
}

/** Which of our own types an event of SES is; undefined where it says nothing that changes anything. */
const feedbackOf = ({ 'detail-type': type, detail }: Envelope): Feedback | undefined => {
  switch (type) {
    case 'Email Bounced': {
      const { mail, bounce } = Bounce.parse(detail);
      // A full mailbox, or a server that is down, is no reason to give an address up, and neither is what SES cannot tell.
      const type = bounce.bounceType === 'Permanent' ? 'message.bounced' : 'message.soft_bounced';
      const cause = bounce.bounceSubType ?? bounce.bounceType;
      return { type, tags: mail.tags, at: bounce.timestamp, cause };
    }
    case 'Email Complaint Received': {
      const { mail, complaint } = Complaint.parse(detail);
      // Somebody took the message back out of the spam folder.
      if (complaint.complaintFeedbackType === 'not-spam') return undefined;
      return { type: 'message.complained', tags: mail.tags, at: complaint.timestamp };
    }
    case 'Email Delivered': {
      const { mail, delivery } = Delivery.parse(detail);
      return { type: 'message.delivered', tags: mail.tags, at: delivery.timestamp };
    }
    case 'Email Delivery Delayed': {
      const { mail, deliveryDelay } = Delayed.parse(detail);
      return { type: 'message.delayed', tags: mail.tags, at: deliveryDelay.timestamp, cause: deliveryDelay.delayType };
    }
    case 'Email Rejected': {
      const { mail, reject } = Rejected.parse(detail);
      return { type: 'message.rejected', tags: mail.tags, cause: reject.reason };
    }
    case 'Email Rendering Failed': {
      const { mail } = Unrendered.parse(detail);
      return { type: 'message.rejected', tags: mail.tags, cause: 'RenderingFailure' };
    }
    default:
      return undefined;
  }
};

/**
 * An event of SES as our own, about the customer and the decision that its tags name. Undefined where there is nothing to
 * learn from it, or the email is not ours. Throws EventRejected where it is not what SES documents, or its tags were changed.
 */
export const fromSes = (
  envelope: Envelope,
  read: (tags: Record<string, string | undefined>) => Tagged | undefined,
): Envelope | undefined => {
  const { id, 'detail-type': event, time, redriven } = envelope;
  const refuse = (reason: string, message: string) => new EventRejected(reason, message, { event, id });
  let feedback: Feedback | undefined;
  try {
    feedback = feedbackOf(envelope);
  } catch {
    throw refuse('schema', `${event}: the detail is not what SES documents for it.`);
  }
  if (!feedback) return undefined;
  const tags = Object.fromEntries(Object.entries(feedback.tags).map(([name, [value]]) => [name, value]));
  let tagged: Tagged | undefined;
  try {
    tagged = read(tags);
  } catch {
    throw refuse(
      'no-customer',
      `${event}: the tag c was not sealed with this stage's key, so nobody knows whose it is.`,
    );
  }
  if (!tagged) return undefined;
  const { type, at, cause } = feedback;
  const detail = {
    customerId: tagged.customer,
    channel: 'email',
    decision: tagged.decision,
    ...(cause === undefined ? {} : { cause }),
  };
  return { id, source: SES, 'detail-type': type, time: at ?? time, detail, redriven };
};
