import { useEffect, useRef } from 'react';
import type { Outline } from '../../worker/outline.ts';

type Step = Outline['steps'][number];

/**
 * The selected step of a journey. Its id may come from what is edited, such as the moment that it sends: then it is still
 * where it was, and `select` is told its new id.
 */
export const useSelectedStep = (
  outline: Outline | undefined,
  id: string | undefined,
  select: (id: string) => void,
): Step | undefined => {
  const last = useRef<{ id: string; place: string }>(undefined);
  const { steps = [] } = outline ?? {};
  const placeOf = ({ place }: Step): string => place.join('/');
  const step =
    steps.find((each) => each.id === id) ??
    (last.current?.id === id ? steps.find((each) => placeOf(each) === last.current?.place) : undefined);
  useEffect(() => {
    if (!step) return;
    if (step.id === id) last.current = { id, place: placeOf(step) };
    else select(step.id);
  });
  return step;
};
