import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { END, type Happening } from '../happening.ts';

/** What was changed because customers had asked for it: told to those who had. */
export const CHANGED: readonly Happening[] = [
  {
    at: END - 2.6 * DAY,
    type: 'change.shipped',
    customerId: '',
    detail: { theme: 'invoices', what: 'Every invoice can go to your bookkeeper as well, with your VAT number on it.' },
  },
];
