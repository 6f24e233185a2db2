import { hashFraction } from '../../../core/hash.ts';

/** One that was taken, as it came, without what the bus says of itself. */
export interface PastEvent {
  id: string;
  source: string;
  'detail-type': string;
  time: string;
  detail: Record<string, unknown>;
}

/** Port: keeps what came in for a share of customers, so that it can be played by other workflows. */
export interface PastEventLog {
  /** `at`: when it came, in milliseconds. */
  keep(customer: string, event: PastEvent, at: number): Promise<void>;
}

export interface PastSample {
  /** Whole customers, each with all that came for them, in no order. */
  events: { customer: string; at: number; event: PastEvent }[];
  /** About which share of all customers these are. */
  share: number;
}

/** How much a sample holds before no further customer is taken: a customer is taken whole. */
export interface PastBounds {
  events: number;
  /** Of all of them as JSON, in characters. */
  size: number;
}

/** Port: what was kept. */
export interface PastEvents {
  /** From an instant in milliseconds on, of about as many customers as the bounds let in. */
  sample(since: number, most: PastBounds): Promise<PastSample>;
}

/** Customers are spread over so many: each is a sample of them by itself. */
export const PAST_GROUPS = 64;

/** Under whom an event about everyone is kept: nobody's id has no letter. */
export const FOR_ALL = '';

const drawOf = (customer: string): number => hashFraction(JSON.stringify(['past', customer]));

/** Whether events of a customer are kept where this share, 0 to 1, of customers is: always the same. */
export const isSampled = (customer: string, share: number): boolean =>
  customer === FOR_ALL ? share > 0 : drawOf(customer) < share;

/** In which group a customer is, independently of whether they are sampled. */
export const pastGroup = (customer: string): number =>
  Math.floor(hashFraction(JSON.stringify(['past group', customer])) * PAST_GROUPS);
