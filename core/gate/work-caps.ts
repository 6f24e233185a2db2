import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Cap } from '../../language/catalogue/policy.ts';
import { shortId } from '../customer/model/bound.ts';
import type { Millis } from '../customer/model/millis.ts';
import type { CustomerState } from '../customer/model/state.ts';
import { ownValue } from '../own-value.ts';
import { slotFrees } from './caps.ts';

/** A cap on work for people, or on events of ours, and what it counts. */
export interface WorkCap {
  cap: Cap;
  /** Under which the item counts it. */
  key: string;
  /** The work or event that it counts, all gestures, or whatever is done at this step. */
  of: { task: string } | { event: string } | 'gestures' | 'step';
}

/** Where it would be done. */
interface CappedStep {
  journey: string;
  step: string;
  /** The step's own. */
  cap?: Cap | undefined;
}

type Policied = Pick<Catalogue, 'policy' | 'moments' | 'events'>;

const ofStep = ({ journey, step, cap }: CappedStep): WorkCap[] =>
  cap ? [{ cap, key: shortId(`step/${journey}/${step}`), of: 'step' }] : [];

/** The caps on a task: the policy's and the moment's on the same work in whatever journey, and the step's own. */
export const taskCaps = (task: string, place: CappedStep, { policy, moments }: Policied): WorkCap[] => {
  const key = shortId(`task/${task}`);
  const shared = [policy.caps?.tasks, ownValue(moments, task)?.cap].flatMap((cap) => cap ?? []);
  return [...shared.map((cap) => ({ cap, key, of: { task } })), ...ofStep(place)];
};

/** The caps on an event of ours: on the same event, on gestures of every kind where it is one, and the step's own. */
export const emitCaps = (event: string, place: CappedStep, { policy, events }: Policied): WorkCap[] => {
  const { emits, gestures } = policy.caps ?? {};
  const isGesture = ownValue(events, event)?.gesture === true;
  return [
    ...(emits ? [{ cap: emits, key: shortId(`emit/${event}`), of: { event } }] : []),
    ...(gestures && isGesture ? [{ cap: gestures, key: 'gestures', of: 'gestures' as const }] : []),
    ...ofStep(place),
  ];
};

/** Whether one of these caps has no room now. */
export const isFull = ({ worked = {} }: CustomerState, caps: readonly WorkCap[], now: Millis): boolean =>
  caps.some(({ cap, key }) => slotFrees(ownValue(worked, key)?.toReversed() ?? [], cap, now) !== undefined);
