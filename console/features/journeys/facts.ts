import type { Figures, Resting } from '../../../functions/api/contract/figures.ts';
import type { JourneyStep } from '../../../functions/api/contract/journeys.ts';
import type { Tone } from '../../shared/ui/tone.ts';

export type Doing = 'waiting' | 'held' | 'listening';

/** A number on a step. `doing`: these people rest there now, and can be shown. */
export interface Fact {
  label: string;
  value: number;
  tone: Tone;
  doing?: Doing;
}

const restingFacts = ({ waiting, held, listening }: Resting): Fact[] => [
  { label: 'wait', value: waiting, tone: 'wait', doing: 'waiting' },
  { label: 'listen', value: listening, tone: 'wait', doing: 'listening' },
  { label: 'held', value: held, tone: 'bad', doing: 'held' },
];

const pastFacts = (figures: Figures): Fact[] => [
  { label: 'sent', value: figures.sent, tone: 'good' },
  { label: 'links opened', value: figures.clicked, tone: 'plain' },
  { label: 'heard', value: figures.heard, tone: 'good' },
  { label: 'to a person', value: figures.toPerson, tone: 'person' },
  { label: 'told', value: figures.gestures, tone: 'plain' },
  { label: 'not sent', value: figures.suppressed, tone: 'plain' },
  { label: 'control', value: figures.withheld, tone: 'plain' },
  { label: 'failed', value: figures.failed, tone: 'bad' },
];

/** What there is to say of a step in numbers: who is there now, then what became of those who were. */
export const factsOf = ({ resting, figures }: Pick<JourneyStep, 'resting' | 'figures'>): Fact[] =>
  [...restingFacts(resting), ...pastFacts(figures)].filter(({ value }) => value > 0);
