import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Speech } from '../../shared/speech.ts';

/** Something that they asked for, as its customer reads it. */
export interface ShownTheme {
  theme: string;
  says: string;
}

const spelledOut = (theme: string): string => theme.replaceAll('-', ' ');

/** What they asked for, and the sentence of theirs that is kept of it, the newest first. */
export const themesShown = ({ themes = {} }: Pick<CustomerState, 'themes'>, { say, name, day }: Speech): ShownTheme[] =>
  Object.entries(themes)
    .toSorted(([, one], [, other]) => other.at - one.at)
    .map(([theme, { at, quote }]) => {
      const values = { theme: name('theme', theme, spelledOut(theme)), day: day(at) };
      return {
        theme,
        says: quote === undefined ? say('known.theme', values) : say('known.theme-said', { ...values, quote }),
      };
    });
