import type { Millis } from './millis.ts';

interface InHand {
  answer?: string | undefined;
  reserved?: unknown;
  due: Millis;
  held?: { reason: string } | undefined;
}

/** Until when somebody rests, and what their message is held for. */
export interface Rest {
  due: Millis;
  held?: string;
}

/**
 * Until when an enrolment rests, and what its message is held for: it waits, or listens, or is held. Undefined while a run
 * carries it on.
 */
export const restOf = ({ answer, reserved, due, held }: Readonly<InHand>): Rest | undefined =>
  answer === undefined && reserved === undefined ? { due, ...(held && { held: held.reason }) } : undefined;

interface Drawn {
  journey: string;
  control: boolean;
  arms: Readonly<Record<string, string>>;
}

/** The arms of an enrolment, as its entry in the journal has them. */
export const armsOf = ({ journey, control, arms }: Readonly<Drawn>): Record<string, string> => ({
  [journey]: control ? 'control' : 'treated',
  ...arms,
});
