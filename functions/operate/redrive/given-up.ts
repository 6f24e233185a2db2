import * as z from 'zod';
import { parseJson } from '../../shared/parse-json.ts';

/** Port: batches that the stream gave up on, a record of its service each. */
export interface GivenUp {
  /** Their names, the oldest first. */
  list(): Promise<string[]>;
  read(name: string): Promise<string>;
  remove(name: string): Promise<void>;
}

/** Port: carries a batch on. Whether all of it was. */
export type Carry = (batch: object) => Promise<boolean>;

const Batch = z.looseObject({ Records: z.array(z.unknown()) });

/** What Lambda writes about a batch that it gave up on: the batch as text, or as it is. */
const Record = z.looseObject({
  requestContext: z.looseObject({ condition: z.string() }).optional(),
  payload: z.union([Batch, z.string().transform(parseJson).pipe(Batch)]),
});

/** A batch, and why it was given up; without a batch where it cannot be read. */
export const readGivenUp = (text: string): { batch?: object; reason: string } => {
  const { data } = Record.safeParse(parseJson(text));
  return data ? { batch: data.payload, reason: data.requestContext?.condition ?? 'unknown' } : { reason: 'unreadable' };
};
