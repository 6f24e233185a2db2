const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** A time as envelopes have it, in milliseconds; undefined for what is none, or would depend on the machine's own zone. */
export const readTime = (text: string): number | undefined => {
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  const isReal =
    !Number.isNaN(at) &&
    new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`)).toISOString().startsWith(text.slice(0, 10));
  return isReal ? at : undefined;
};

/** An instant, in milliseconds, as ISO 8601 in UTC. */
export const iso = (at: number): string => new Date(at).toISOString();
