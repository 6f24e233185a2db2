/** Reads parameters of a page's address: those named, and only texts that say something. */
export const texts =
  <const Name extends string>(...names: Name[]) =>
  (search: Record<string, unknown>): { [Key in Name]?: string } => {
    const parameters: { [Key in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'number' || typeof value === 'boolean') parameters[name] = String(value);
      if (typeof value === 'string' && value !== '') parameters[name] = value;
    }
    return parameters;
  };
