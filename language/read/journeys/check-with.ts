import type { With } from '../../catalogue/with.ts';
import { checkExpression } from '../expressions/condition.ts';
import { describe, ofLiteral, type Typed } from '../expressions/typed.ts';
import type { Path } from '../yaml/source.ts';
import { type Flow, scopeAt } from './flow-state.ts';
import type { Common } from './scope.ts';

/** Stands for a value whose expression is wrong, which was said already. */
export const UNTOLD: Typed = { kind: 'any', sure: true, provenance: [] };

const READS = /^\s*(event|heard|customer)\.[A-Za-z_]\w*\b/;
const CALLS = /^\s*\$[a-zA-Z]+\(/;

/** A value that was meant to be read, and would be printed as it is written. */
const checkLiteral = (value: string, at: Path, { file: { source } }: Flow): void => {
  const [, printed] = /\{\{\s*(.*?)\s*\}\}/.exec(value) ?? [];
  if (printed !== undefined)
    source.report(at, `\`${value}\`: \`{{ }}\` is for copy, and here it would be printed: write \`= ${printed}\``);
  else if (READS.test(value) || CALLS.test(value))
    source.report(at, `without \`= \` people would read \`${value}\` as it stands: write \`= ${value.trim()}\``);
};

/** A value after `= ` is JSONata, others are what they are. */
export const checkWith = (values: With | undefined, path: Path, heard: Common, flow: Flow): Map<string, Typed> => {
  const names = new Map<string, Typed>();
  for (const [name, value] of Object.entries(values ?? {})) {
    const at = [...path, 'with', name];
    const isExpression = typeof value === 'string' && value.startsWith('=');
    if (isExpression && !value.startsWith('= ')) flow.file.source.report(at, 'write `= ` with a space before JSONata');
    if (typeof value === 'string' && !isExpression) checkLiteral(value, at, flow);
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
