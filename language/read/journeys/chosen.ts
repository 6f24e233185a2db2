import type { Provenance } from '../../catalogue/event.ts';
import { pathsIn } from '../../expressions/condition.ts';
import type { StepExpression } from '../../steps/step.ts';
import type { Declarations } from '../declarations.ts';
import type { Typed } from '../expressions/typed.ts';
import { whyUnreadable } from '../yaml/unreadable.ts';
import type { Chosen, ChosenBy } from './chosen-by.ts';
import type { Flow } from './flow-state.ts';
import { type Common, commonFields, customerNames } from './scope.ts';

export const NOTHING_CHOSEN: Chosen = new Map();

export const bothChosen = (...all: readonly Chosen[]): Chosen => new Map(all.flatMap((each) => [...each]));

const isShared = (provenance: Provenance): boolean => provenance === 'stated' || provenance === 'observed';

const needsWord = ({ provenance, sensitive }: Typed): boolean => sensitive === true || !provenance.every(isShared);

type Roots = Pick<Flow, 'event' | 'customer' | 'declarations'>;

/** The facts that these expressions choose by, at a place where this was heard. */
export const chosenBy = (expressions: readonly StepExpression[], heardBefore: Common, roots: Roots): Chosen => {
  const facts = new Map<string, ChosenBy>();
  for (const { source, heard, isValue } of expressions) {
    if (isValue || whyUnreadable(source) !== undefined) continue;
    const heardHere = heard ? commonFields(heard, roots.declarations, 'heard') : heardBefore;
    const names = { event: roots.event.names, heard: heardHere.names, customer: roots.customer };
    for (const [root, name] of pathsIn(source)) {
      const typed = root === 'event' || root === 'heard' || root === 'customer' ? names[root].get(name) : undefined;
      if (typed && needsWord(typed))
        facts.set(`${root}.${name}`, { provenance: typed.provenance, isSensitive: typed.sensitive === true });
    }
  }
  return facts;
};

/** The facts among them that customers may not have shared. */
export const borrowedIn = (facts: Chosen): string[] =>
  [...facts].flatMap(([name, { provenance }]) => (provenance.every(isShared) ? [] : [name])).toSorted();

/** Events that say something sensitive choose whoever they happened to; one about everyone, by what it `affects`. */
export const chosenByEvents = (types: readonly string[], declarations: Declarations): Chosen =>
  bothChosen(
    new Map(
      types.flatMap((type) =>
        declarations.events.get(type)?.sensitive ? [[type, { provenance: [], isSensitive: true }] as const] : [],
      ),
    ),
    ...types.map((type) => chosenAmongAll(type, declarations)),
  );

const chosenAmongAll = (type: string, declarations: Declarations): Chosen => {
  const affects = declarations.events.get(type)?.everyone?.affects;
  if (affects === undefined) return NOTHING_CHOSEN;
  const event = commonFields([type], declarations, 'event');
  const roots = { event, customer: customerNames(declarations, []), declarations };
  return chosenBy([{ source: affects }], { names: new Map(), lacking: new Map() }, roots);
};
