import { ownValue } from '../../../core/own-value.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Gesture } from '../../../language/catalogue/gesture.ts';
import { printMoney, printNumber } from './filters.ts';
import type { Scope } from './scope.ts';

/** The title in the language of the copy, else in that of which it is a part, else the one without a language. */
const titleIn = ({ title }: Gesture, locale: string): string => {
  const [language = ''] = locale.split('-');
  const words = ownValue(title, locale.toLowerCase()) ?? ownValue(title, language.toLowerCase());
  return words ?? title.default ?? title.en ?? Object.values(title)[0] ?? '';
};

const valueIn = ({ worth }: Gesture, currency: string, locale: string): string => {
  if (!worth) return '';
  if (worth.in === 'money') return printMoney(worth.amount / 100, currency, locale);
  return printNumber(worth.amount, undefined, locale);
};

/** What copy reads as `gesture.title` and `gesture.value`: `gesture.kind` says which kind was given. */
export const withGesture = (names: Scope, { gestures }: Pick<Catalogue, 'gestures'>, locale: string): Scope => {
  const kind = gestures && ownValue(gestures.kinds, String(names.gesture?.kind ?? ''));
  if (!kind) return { ...names, gesture: {} };
  return { ...names, gesture: { title: titleIn(kind, locale), value: valueIn(kind, gestures.currency, locale) } };
};
