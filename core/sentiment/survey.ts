import type { Scale } from '../../language/catalogue/kind.ts';
import { RANGES } from '../../language/catalogue/question.ts';

export class ScoreOutOfScale extends Error {
  override name = 'ScoreOutOfScale';
  constructor(scale: Scale, score: number) {
    const { from, to } = RANGES[scale];
    super(`A ${scale} score of ${score} was found; it must be a whole number from ${from} to ${to}`);
  }
}

const ASKED: Record<Scale, string> = {
  nps: 'whether they would recommend us',
  csat: 'how satisfied they are',
  ces: 'how easy it was',
  trust: 'how much they trust us',
};

/** Detractors 0-6 from -1 to -0.3, passives 7-8 0 and 0.2, promoters 9-10 0.6 and 1. */
const NPS = [-1, -0.883, -0.767, -0.65, -0.533, -0.417, -0.3, 0, 0.2, 0.6, 1];

/** Whether a scale has this score, said as one of `of` where somebody wrote so. */
export const isOnScale = (scale: Scale, score: number, of = RANGES[scale].to): boolean => {
  const { from, to } = RANGES[scale];
  return Number.isInteger(score) && score >= from && score <= to && of === to;
};

const inScale = (scale: Scale, score: number): number => {
  if (!isOnScale(scale, score)) throw new ScoreOutOfScale(scale, score);
  return score;
};

/** A survey answer as evidence of mood, from -1 to 1. Throws `ScoreOutOfScale` for what the scale does not have. */
export const surveyValue = (scale: Scale, score: number): number => {
  const answer = inScale(scale, score);
  return scale === 'nps' ? NPS[answer]! : (answer - 3) / 2;
};

/** The answer as a piece of evidence: "scored 3 of 10 when asked whether they would recommend us". */
export const surveySentence = (scale: Scale, score: number): string =>
  `scored ${inScale(scale, score)} of ${RANGES[scale].to} when asked ${ASKED[scale]}`;
