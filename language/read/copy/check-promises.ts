import { isWork } from '../../catalogue/channel.ts';
import type { Declarations } from '../declarations.ts';
import { checkCondition } from '../expressions/condition.ts';
import type { Use } from '../journeys/flow-state.ts';
import { commonFields, scopeOf } from '../journeys/scope.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { MomentFile } from './moments.ts';

/** A promise is made to customers, and kept by an event that there is. */
export const checkPromises = (
  { moment, front }: MomentFile,
  uses: readonly Use[],
  declarations: Declarations,
): void => {
  const { promises } = moment;
  if (!promises) return;
  if (isWork(moment.channels))
    front.report(['promises'], 'this is work for a colleague: what customers are promised stands in what they read');
  const isList = Array.isArray(front.valueAt(['promises', 'kept']));
  for (const [place, { on, where }] of promises.kept.entries()) {
    const path = ['promises', 'kept', ...(isList ? [place] : [])];
    if (!declarations.eventNames.has(on))
      front.report([...path, 'on'], `unknown event \`${on}\`${didYouMean(on, declarations.eventNames)}`);
    const heard = commonFields([on], declarations, 'heard');
    const [use] = uses;
    if (use && declarations.events.has(on))
      checkCondition(where, front, [...path, 'where'], scopeOf(commonOf(uses, declarations), use.customer, heard));
  }
  const again = uses.find(({ file }) => file.journey.enter.on.includes('promise.broken'));
  if (again)
    front.report(
      ['promises'],
      `journey ${again.file.journey.id} sends this to whom a promise was broken: keep that one before you make another`,
    );
};

const commonOf = (uses: readonly Use[], declarations: Declarations) =>
  commonFields([...new Set(uses.flatMap(({ file }) => file.journey.enter.on))], declarations, 'event');
