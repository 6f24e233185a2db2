import type { Catalogue } from '../../../language/catalogue/catalogue.ts';

/** Work that a person got, or an event of ours that went out. */
export interface Done {
  what: { task: string } | { event: string };
  journey: string;
  step: string;
  at: number;
}

interface CapCase extends Pick<Done, 'journey' | 'step' | 'at'> {
  catalogue: Catalogue;
  done: readonly Done[];
}

interface Cap {
  count: number;
  seconds: number;
}

const fills = (cap: Cap | undefined, { done, at }: CapCase, is: (one: Done) => boolean): boolean =>
  cap !== undefined && done.filter((one) => is(one) && one.at + cap.seconds * 1000 > at).length >= cap.count;

const capOfStep = ({ catalogue, journey, step }: CapCase): Cap | undefined => {
  const definition = catalogue.journeys[journey]?.steps[step];
  return definition && 'cap' in definition ? definition.cap : undefined;
};

const isHere =
  ({ journey, step }: CapCase) =>
  (one: Done): boolean =>
    one.journey === journey && one.step === step;

/** Whether somebody has had this work as often as they may. */
export const isTaskFull = (task: string, capCase: CapCase, isOwn = true): boolean => {
  const { caps } = capCase.catalogue.policy;
  const isSame = ({ what }: Done) => 'task' in what && what.task === task;
  return (
    fills(caps?.tasks, capCase, isSame) ||
    fills(capCase.catalogue.moments[task]?.cap, capCase, isSame) ||
    (isOwn && fills(capOfStep(capCase), capCase, isHere(capCase)))
  );
};

/** Whether this event, or gestures of whatever kind, went out as often as they may. */
export const isEventFull = (event: string, capCase: CapCase): boolean => {
  const { policy, events } = capCase.catalogue;
  const isGesture = (name: string) => events[name]?.gesture === true;
  return (
    fills(policy.caps?.emits, capCase, ({ what }) => 'event' in what && what.event === event) ||
    (isGesture(event) &&
      fills(policy.caps?.gestures, capCase, ({ what }) => 'event' in what && isGesture(what.event))) ||
    fills(capOfStep(capCase), capCase, isHere(capCase))
  );
};
