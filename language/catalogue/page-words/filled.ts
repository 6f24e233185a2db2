/** A text with what stands in braces filled in; what nobody gives stays as it is written. */
export const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{([a-z]+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
