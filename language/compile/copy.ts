import { Liquid } from 'liquidjs';
import type { Copy, Moment } from '../catalogue/moment.ts';

const liquid = new Liquid();

const templatesOf = ({ because, subject, body, sections }: Copy): string[] => [
  because,
  ...(subject === undefined ? [] : [subject]),
  body,
  ...Object.values(sections),
];

/** Names below `root` that any text of a moment prints or tests, in any locale. */
export const printed = (moment: Moment, root: string): string[] => [
  ...new Set(
    Object.values(moment.copy)
      .flatMap(templatesOf)
      .flatMap((template) => liquid.globalVariableSegmentsSync(template))
      .flatMap(([from, name]) => (from === root && typeof name === 'string' ? [name] : [])),
  ),
];
