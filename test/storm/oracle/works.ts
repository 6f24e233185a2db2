import type { Catalogue } from '../../../language/catalogue/catalogue.ts';

/** Work that a person got, or an event of ours that went out. */
export interface Done {
  what: { task: string } | { event: string };
  journey: string;
  step: string;
  at: number;
}

interface Asked extends Pick<Done, 'journey' | 'step' | 'at'> {
  catalogue: Catalogue;
  done: readonly Done[];
}

interface Cap {
  count: number;
  seconds: number;
}

const fills = (cap: Cap | undefined, { done, at }: Asked, is: (one: Done) => boolean): boolean =>
  cap !== undefined && done.filter((one) => is(one) && one.at + cap.seconds * 1000 > at).length >= cap.count;

const capOfStep = ({ catalogue, journey, step }: Asked): Cap | undefined => {
  const written = catalogue.journeys[journey]?.steps[step];
  return written && 'cap' in written ? written.cap : undefined;
};

const isHere =
  ({ journey, step }: Asked) =>
  (one: Done): boolean =>
    one.journey === journey && one.step === step;

/** Whether somebody has had this work as often as they may. */
export const isTaskFull = (task: string, asked: Asked, isOwn = true): boolean => {
  const { caps } = asked.catalogue.policy;
  const isSame = ({ what }: Done) => 'task' in what && what.task === task;
  return (
    fills(caps?.tasks, asked, isSame) ||
    fills(asked.catalogue.moments[task]?.cap, asked, isSame) ||
    (isOwn && fills(capOfStep(asked), asked, isHere(asked)))
  );
};

/** Whether this event, or gestures of whatever kind, went out as often as they may. */
export const isEventFull = (event: string, asked: Asked): boolean => {
  const { policy, events } = asked.catalogue;
  const isGesture = (name: string) => events[name]?.gesture === true;
  return (
    fills(policy.caps?.emits, asked, ({ what }) => 'event' in what && what.event === event) ||
    (isGesture(event) && fills(policy.caps?.gestures, asked, ({ what }) => 'event' in what && isGesture(what.event))) ||
    fills(capOfStep(asked), asked, isHere(asked))
  );
};
