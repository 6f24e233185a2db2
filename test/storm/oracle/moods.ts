import type { Catalogue } from '../../../language/catalogue/catalogue.ts';

export interface Sign {
  value: number;
  weight: number;
  at: number;
}

type Rules = Catalogue['policy']['mood'];

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const left = ({ weight, at }: Sign, then: number, { halfLife }: Rules): number =>
  weight * 2 ** (-(then - at) / (1000 * halfLife));

/** Mood from every sign ever heard, each kept as it was: nothing is summed up. */
export const createMoods = () => {
  const allSigns: Sign[] = [];
  /** What the openings of incidents told of unhappiness and nobody has softened yet. */
  const signsOfIncidents = new Map<string, Sign[]>();
  let quiet = 0;
  let strongAt = Number.NEGATIVE_INFINITY;
  let liftedAt = Number.NEGATIVE_INFINITY;

  const score = (at: number, rules: Rules): number => {
    let above = 0;
    let below = rules.prior;
    for (const sign of allSigns) {
      above += left(sign, at, rules) * sign.value;
      below += left(sign, at, rules);
    }
    return above / below;
  };

  /** How far signs draw mood below the threshold. */
  const pullOf = (signs: Sign[], then: number, rules: Rules): number =>
    signs.reduce((sum, sign) => sum + (rules.negative - sign.value) * left(sign, then, rules), 0);

  const hear = ({ value, weight: full, at }: Sign, now: number, rules: Rules): Sign => {
    const already = pullOf(allSigns, at, rules);
    const alone = pullOf([{ value, weight: full, at }], at, rules);
    const share = already > 0 && alone > 0 ? Math.max(1 / 4, (alone - already) / alone) : 1;
    const sign = { value, weight: rounded(full * share), at };
    allSigns.push(sign);
    if (value <= rules.strong) {
      quiet = Math.max(quiet, at + 1000 * rules.quietAfter);
      strongAt = Math.max(strongAt, at);
    }
    if (score(now, rules) < rules.positive) return sign;
    if (value > 0) liftedAt = Math.max(liftedAt, at);
    if (liftedAt > strongAt) quiet = Math.min(quiet, now);
    return sign;
  };

  const parts = () => ({ allSigns, signsOfIncidents, quiet, strongAt, liftedAt });

  return {
    parts,
    /** All that was heard under another id too. */
    absorb: (other: { parts: typeof parts }): void => {
      const theirs = other.parts();
      allSigns.push(...theirs.allSigns);
      for (const [incident, signs] of theirs.signsOfIncidents)
        signsOfIncidents.set(incident, [...(signsOfIncidents.get(incident) ?? []), ...signs]);
      quiet = Math.max(quiet, theirs.quiet);
      strongAt = Math.max(strongAt, theirs.strongAt);
      liftedAt = Math.max(liftedAt, theirs.liftedAt);
    },
    score,
    quietUntil: (): number => quiet,
    /** The signs of one event; `opened`: the incident that it opens. */
    take: (signs: Sign[], now: number, rules: Rules, opened?: string): void => {
      for (const one of signs) {
        const sign = hear(one, now, rules);
        if (opened !== undefined && sign.value < 0)
          signsOfIncidents.set(opened, [...(signsOfIncidents.get(opened) ?? []), sign]);
      }
    },
    /** An incident is over since `end`. */
    soften: (incident: string, end: number, now: number, rules: Rules): void => {
      const signs = signsOfIncidents.get(incident) ?? [];
      signsOfIncidents.delete(incident);
      if (signs.length === 0) return;
      const at = Math.max(end, ...signs.map((sign) => sign.at));
      const weight = signs.reduce((sum, sign) => sum + left(sign, at, rules), 0);
      const sum = signs.reduce((all, sign) => all + sign.value * left(sign, at, rules), 0);
      if (rounded(weight) > 0) hear({ value: rounded(-sum / weight / 2), weight: rounded(weight), at }, now, rules);
    },
  };
};
