import type { Trigger } from '../../catalogue/trigger.ts';
import { checkCondition } from '../expressions/condition.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { Path } from '../yaml/source.ts';
import { type Flow, scopeAt } from './flow-state.ts';
import { type Common, commonFields } from './scope.ts';

/** An event type and a condition over it as `heard`. */
export const checkTrigger = ({ on, where }: Trigger, path: Path, flow: Flow): Common => {
  checkEventName(on, [...path, 'on'], flow);
  const heard = commonFields([on], flow.declarations, 'heard');
  if (flow.declarations.events.has(on))
    checkCondition(where, flow.file.source, [...path, 'where'], scopeAt(heard, flow));
  return heard;
};

export const checkEventName = (
  name: string,
  path: Path,
  { declarations, file }: Pick<Flow, 'declarations' | 'file'>,
): void => {
  if (!declarations.eventNames.has(name))
    file.source.report(path, `unknown event \`${name}\`${didYouMean(name, declarations.eventNames)}`);
};
