import { type FilterImplOptions, Liquid, type Template } from 'liquidjs';
import { printDate, printMoney, printNumber } from './filters.ts';
import type { Scope } from './scope.ts';
import { hold } from './values.ts';

/** `values` takes what the template prints; the text has marks in their place. */
interface Printing {
  zone: string;
  locale: string;
  values: string[];
}

/** A parsed template; one without Liquid in it is its own text. */
type Parsed = Template[] | string;

export interface Engine {
  parse(source: string): Parsed;
  render(template: Parsed, scope: Scope, place: { zone: string; locale: string }): { text: string; values: string[] };
}

/** These read other files, write HTML, draw lots or know the time of day: none of them has a place in copy. */
const NO_TAGS = ['include', 'render', 'layout', 'block', 'tablerow'];
const NO_FILTERS = ['sample', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];

/** Filters that calculate: by 0 they come to no number. */
const CALCULATING = 'abs ceil floor round plus minus times divided_by modulo at_least at_most to_integer'.split(' ');

/** A filter that gives nothing where it comes to no number, and where the one before it did not. */
const givingNumbers = (filter: FilterImplOptions): FilterImplOptions => {
  const handler = typeof filter === 'function' ? filter : filter.handler;
  return function (value, ...behind) {
    const result = value === undefined ? undefined : handler?.call(this, value, ...behind);
    return Number.isFinite(result) ? result : undefined;
  };
};

const LIMITS = { parseLimit: 100_000, renderLimit: 2_000, memoryLimit: 1_000_000 };

const isOverTime = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('template render limit exceeded');

/** Liquid for copy: no files, no prototypes, unknown filters refused, the same output whatever the day or machine. */
export const createEngine = (): Engine => {
  /** Of what is being rendered: one after the other, since nothing waits while it is. */
  let printing: Printing = { zone: 'UTC', locale: 'en', values: [] };
  const liquid = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    // No tag or filter of ours depends on the locale; without one Liquid would take the machine's.
    locale: 'en',
    ...LIMITS,
    outputEscape: (value: unknown) => hold(value, printing.values),
  });
  for (const name of NO_TAGS) delete liquid.tags[name];
  for (const name of NO_FILTERS) delete liquid.filters[name];
  for (const name of CALCULATING) {
    const filter = liquid.filters[name];
    if (filter) liquid.registerFilter(name, givingNumbers(filter));
  }
  liquid.registerFilter('raw', (value: unknown) => value);
  liquid.registerFilter('date', (value, style) => printDate(value, style, printing.zone, printing.locale));
  liquid.registerFilter('money', (value, currency) => printMoney(value, currency, printing.locale));
  liquid.registerFilter('number', (value, digits) => printNumber(value, digits, printing.locale));
  return {
    parse: (source) => (/\{[{%]/.test(source) ? liquid.parse(source) : source),
    render(template, scope, place) {
      if (typeof template === 'string') return { text: template, values: [] };
      const print = () => {
        const values: string[] = [];
        printing = { ...place, values };
        return { text: String(liquid.renderSync(template, scope)), values };
      };
      try {
        return print();
      } catch (error) {
        // Its limit is by the clock, and a machine may stand still for seconds: that happens to no text twice.
        if (!isOverTime(error)) throw error;
        return print();
      }
    },
  };
};
