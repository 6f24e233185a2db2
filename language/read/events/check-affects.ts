import type { Declarations } from '../declarations.ts';
import { checkCondition } from '../expressions/condition.ts';
import { commonFields, customerNames, scopeOf } from '../journeys/scope.ts';
import type { Source } from '../yaml/source.ts';

/** Checks whom events about everyone affect: once every attribute is known. */
export const checkAffects = (declarations: Declarations, source: Source): void => {
  const customer = customerNames(declarations, []);
  for (const [name, { everyone }] of declarations.events) {
    if (everyone?.affects === undefined) continue;
    const event = commonFields([name], declarations, 'event');
    checkCondition(everyone.affects, source, [name, 'affects'], scopeOf(event, customer));
  }
};
