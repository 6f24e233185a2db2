/** One measured figure beside its reference. `ratio` is value over reference, or over the aim where there is none. */
export interface Figure {
  figure: string;
  value: number;
  unit: string;
  reference?: { what: string; value: number };
  ratio?: number;
  /** In words, with the bound. */
  aim: string;
  /** Undefined where the figure is only reported. */
  met?: boolean;
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Three figures. */
export const short = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toPrecision(3));

/** A figure as a row for people. */
export const row = ({ figure, value, unit, reference, ratio, aim, met }: Figure): string => {
  const beside = reference ? `${short(reference.value)} ${unit} (${reference.what})` : '';
  const times = ratio === undefined ? '' : `${short(ratio)} x`;
  const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
  return [
    figure.padEnd(46),
    `${short(value)} ${unit}`.padEnd(20),
    beside.padEnd(46),
    times.padEnd(9),
    aim.padEnd(24),
    verdict,
  ]
    .join(' ')
    .trimEnd();
};

/** A figure that is to be so much or more. */
export const atLeast = (figure: string, value: number, aim: number, unit = ''): Figure => ({
  ...{ figure, value, unit, ratio: value / aim, aim: `at least ${aim}`, met: value >= aim },
});

/** A figure that is to stay below. */
export const below = (figure: string, value: number, aim: number, unit = ''): Figure => ({
  ...{ figure, value, unit, ratio: value / aim, aim: `below ${aim}`, met: value < aim },
});
