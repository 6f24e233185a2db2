import type { With } from '../../catalogue/with.ts';
import { checkExpression } from '../expressions/condition.ts';
import { describe, ofLiteral, type Typed } from '../expressions/typed.ts';
import type { Path } from '../yaml/source.ts';
import { type Flow, scopeAt } from './flow-state.ts';
import type { Common } from './scope.ts';

/** Stands for a value whose expression is wrong, which was said already. */
export const UNTOLD: Typed = { kind: 'text', sure: true, provenance: [] };

/** A value after `= ` is JSONata, others are what they are. */
export const checkWith = (written: With | undefined, path: Path, heard: Common, flow: Flow): Map<string, Typed> => {
  const names = new Map<string, Typed>();
  for (const [name, value] of Object.entries(written ?? {})) {
    const at = [...path, 'with', name];
    const isExpression = typeof value === 'string' && value.startsWith('=');
    if (isExpression && !value.startsWith('= ')) flow.file.source.report(at, 'write `= ` with a space before JSONata');
    const typed = isExpression
      ? checkExpression(value.slice(1).trim(), flow.file.source, at, scopeAt(heard, flow))
      : ofLiteral(value);
    if (typed?.kind === 'list')
      flow.file.source.report(
        at,
        `one value, and this is ${describe(typed)}: copy reads lists of the event itself, as \`event.…\``,
      );
    names.set(name, typed && typed.kind !== 'list' ? typed : UNTOLD);
  }
  return names;
};
