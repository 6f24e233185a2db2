import type { ThemeRead } from '../../core/theme/read-themes.ts';
import type { EventType } from '../../language/catalogue/event.ts';

/** What the texts of an event ask for, where the customer wrote them: each theme once. */
export const themesIn = (
  { byCustomer, signals }: Pick<EventType, 'byCustomer' | 'signals'>,
  fields: Record<string, unknown>,
  read: (text: string) => ThemeRead[],
): ThemeRead[] => {
  if (!byCustomer) return [];
  const texts = signals.flatMap((signal) => ('text' in signal ? [fields[signal.text]] : []));
  const themes = texts.flatMap((text) => (typeof text === 'string' ? read(text) : []));
  return themes.filter(({ theme }, place) => themes.findIndex((other) => other.theme === theme) === place);
};
