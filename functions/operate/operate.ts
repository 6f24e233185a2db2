import * as z from 'zod';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';
import { type Held, SHELVES } from '../shared/stores/held.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import { erase } from './erase.ts';
import { explainWhy } from './explain.ts';
import type { Flags } from './flags.ts';
import { operateJourney } from './journeys.ts';
import { read } from './read.ts';
import { PLACES, type Redrive } from './redrive/redrive.ts';

const customer = z.string().min(1);
const place = z.enum(PLACES);

/** What an operator may ask of a deployed stage. */
export const OperatorCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('pause'), journey: z.string() }),
  z.strictObject({ command: z.literal('resume'), journey: z.string() }),
  z.strictObject({ command: z.literal('paused') }),
  z.strictObject({
    command: z.literal('read'),
    customer,
    part: z.enum(['state', ...SHELVES]),
    after: z.string().optional(),
  }),
  z.strictObject({ command: z.literal('erase'), customer }),
  z.strictObject({
    command: z.literal('why'),
    customer,
    at: z.string().optional(),
    json: z.boolean().optional(),
    /** Lines that were read before. */
    after: z.number().int().nonnegative().optional(),
  }),
  z.strictObject({ command: z.literal('look'), place }),
  z.strictObject({
    command: z.literal('redrive'),
    place,
    before: z.number(),
    reason: z.string().optional(),
    discard: z.boolean().optional(),
    from: z.number().int().optional(),
  }),
]);
export type OperatorCommand = z.infer<typeof OperatorCommand>;
export type Asked<Name extends OperatorCommand['command']> = Extract<OperatorCommand, { command: Name }>;

/** `lines` are for people; with `ok: false` they say what to do instead. */
export interface OperatorAnswer {
  ok: boolean;
  lines: string[];
  /** Of `read` a page of what is held; of `look` and `redrive` what was found and done. */
  items?: unknown[];
  /** Where the next page begins, if there is one. */
  next?: string;
}

export interface OperateDeps {
  catalogue: Catalogue;
  flags: Flags;
  store: Pick<CustomerStore, 'load'>;
  held: Held;
  change: ChangeCustomer;
  redrive: Redrive;
  now: () => number;
}

/** Does what an operator asks, without a deploy. Asked twice, it changes nothing more. */
export const createOperate =
  (deps: OperateDeps) =>
  async (given: unknown): Promise<OperatorAnswer> => {
    const asked = OperatorCommand.parse(given);
    switch (asked.command) {
      case 'pause':
      case 'resume':
      case 'paused':
        return operateJourney(deps, asked);
      case 'read':
        return read(deps, asked);
      case 'erase':
        return erase(deps, asked);
      case 'why':
        return explainWhy(deps, asked);
      case 'look':
        return { ok: true, lines: [], items: [{ ...(await deps.redrive.look(asked.place)), now: deps.now() }] };
      case 'redrive':
        return { ok: true, lines: [], items: [await deps.redrive.pass(asked.place, asked)] };
    }
  };
