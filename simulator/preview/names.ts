import { z } from 'zod';
import type { Scope } from '../../functions/deliver/copy/scope.ts';
import { evaluate } from '../../language/expressions/condition.ts';
import type { Project } from '../project.ts';
import { exampleCustomer, exampleEvent } from './example.ts';
import { usesOf } from './uses.ts';

const Facts = z.record(z.string(), z.unknown());
/** A file of facts to print. */
export const GivenFacts = z.strictObject({
  event: Facts.optional(),
  customer: Facts.optional(),
  with: Facts.optional(),
});
export type GivenFacts = z.infer<typeof GivenFacts>;

/** Just what a file says, so that copy is seen as it reads when something is not known; the event's time is always known. */
export const givenNames = ({ event, customer, with: values }: GivenFacts, now: number): Scope => ({
  event: { at: new Date(now).toISOString(), ...event },
  customer: customer ?? {},
  with: values ?? {},
});

/** Facts made up from the declared types, for the first journey that sends the moment. */
export const exampleNames = async (project: Project, moment: string, now: number): Promise<Scope> => {
  const uses = usesOf(moment, project.definitions);
  const first = uses[0];
  const enters = first?.enters[0];
  const event = enters === undefined ? { at: new Date(now).toISOString() } : exampleEvent(project, enters, now);
  const customer = exampleCustomer(project, now);
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(first?.with ?? {})) {
    const isExpression = typeof value === 'string' && value.startsWith('= ');
    values[key] = isExpression ? await evaluate(value.slice(2), { event, customer, heard: {} }) : value;
  }
  const [kind] = Object.keys(project.catalogue.gestures?.kinds ?? {});
  return { event, customer, with: values, ...(kind === undefined ? {} : { gesture: { kind } }) };
};
