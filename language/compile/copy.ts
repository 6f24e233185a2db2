import { Liquid } from 'liquidjs';
import type { Copy, Moment } from '../catalogue/moment.ts';

const liquid = new Liquid();

/** The title stands in for a subject where there is none. */
const templatesOf = ({ because, subject, preheader = '', body, sections }: Copy, title = ''): string[] => [
  because,
  subject ?? title,
  preheader,
  body,
  ...Object.values(sections),
];

/** Names below `root` that any text of a moment prints or tests, in any locale. */
export const printed = (moment: Moment, root: string): string[] => [
  ...new Set(
    Object.values(moment.copy)
      .flatMap((copy) => templatesOf(copy, moment.title))
      .flatMap((template) => liquid.globalVariableSegmentsSync(template))
      .flatMap(([from, name]) => (from === root && typeof name === 'string' ? [name] : [])),
  ),
];
