import type { GestureEntry } from '../../../core/customer/model/journal.ts';
import { NOT_GIVEN } from '../../../core/explain/words/not-given.ts';
import { ownValue } from '../../../core/own-value.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';

const STATES: Record<GestureEntry['state'], string> = {
  offered: 'A gesture was asked for',
  given: 'A gesture was given',
  confirmed: 'A gesture is done',
  failed: 'A gesture was not given',
  reversed: 'A gesture was taken back',
};

interface Words {
  tone: 'plain' | 'sent' | 'good' | 'stopped';
  title: string;
  reason?: string;
}

const TONES: Record<GestureEntry['state'], Words['tone']> = {
  offered: 'plain',
  given: 'sent',
  confirmed: 'good',
  failed: 'stopped',
  reversed: 'stopped',
};

/** As colleagues call a kind of gesture. */
export const titleOfGesture = (kind: string, { gestures }: Pick<Catalogue, 'gestures'>): string => {
  const title = ownValue(gestures?.kinds ?? {}, kind)?.title ?? {};
  return title.default ?? title.en ?? Object.values(title)[0] ?? kind;
};

/** What became of a gesture, with who did it and why. */
export const gestureInWords = (entry: GestureEntry, catalogue: Catalogue): Words => {
  const { state, of, by, from, why, note } = entry;
  const who = by === undefined ? [] : [`by ${by}`];
  const others = from?.map((kind) => titleOfGesture(kind, catalogue)).join(', ');
  const reasons = [
    ...who,
    ...(state === 'offered' && others !== undefined ? [`they were offered: ${others}`] : []),
    ...(why === undefined ? [] : [NOT_GIVEN[why]]),
    ...(note === undefined ? [] : [`“${note}”`]),
  ];
  const chose = state === 'offered' && from !== undefined ? 'They chose what would help' : undefined;
  const nobodySaid = state === 'failed' && why === 'unconfirmed' ? 'A gesture was not confirmed' : STATES[state];
  return {
    tone: TONES[state],
    title: `${chose ?? nobodySaid}: ${titleOfGesture(of, catalogue)}`,
    ...(reasons.length > 0 ? { reason: reasons.join('; ') } : {}),
  };
};
