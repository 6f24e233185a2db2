let codes: ReadonlySet<string> | undefined;

/** Whether this is a code of ISO 4217 that amounts can be printed in, such as `EUR`. */
export const isCurrency = (text: string): boolean => {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(text);
};

/** A code as systems write it: `eur` is `EUR`. */
export const readCurrency = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  const code = value.toUpperCase();
  return isCurrency(code) ? code : undefined;
};
