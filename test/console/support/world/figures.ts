import type { Figures, Resting } from '../../../../functions/api/contract/figures.ts';

export const figures = (more: Partial<Figures> = {}): Figures => ({
  entered: 0,
  control: 0,
  sent: 0,
  held: 0,
  heldFor: {},
  suppressed: 0,
  suppressedFor: {},
  toPerson: 0,
  gestures: 0,
  withheld: 0,
  failed: 0,
  clicked: 0,
  heard: 0,
  silent: 0,
  goals: 0,
  ended: 0,
  ...more,
});

export const resting = (more: Partial<Resting> = {}): Resting => ({
  waiting: 0,
  held: 0,
  heldFor: {},
  listening: 0,
  ...more,
});
