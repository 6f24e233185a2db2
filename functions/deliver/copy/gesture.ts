import { ownValue } from '../../../core/own-value.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Gesture } from '../../../language/catalogue/gesture.ts';
import { titleIn } from '../../../language/catalogue/spoken-title.ts';
import { printDays, printMoney } from './filters.ts';
import type { Scope } from './scope.ts';

/** What it is worth as customers read it: `€5`, `14 days`. What points are called says the title alone. */
const valueIn = ({ worth }: Gesture, currency: string, locale: string): string | undefined => {
  if (worth?.in === 'money') return printMoney(worth.amount / 100, currency, locale);
  return worth?.in === 'days' ? printDays(worth.amount, locale) : undefined;
};

/** What copy reads as `gesture.title` and, in money or days, `gesture.value`: `gesture.kind` says which kind was given. */
export const withGesture = (names: Scope, { gestures }: Pick<Catalogue, 'gestures'>, locale: string): Scope => {
  const kind = gestures && ownValue(gestures.kinds, String(names.gesture?.kind ?? ''));
  if (!kind) return { ...names, gesture: {} };
  return { ...names, gesture: { title: titleIn(kind.title, locale), value: valueIn(kind, gestures.currency, locale) } };
};
