/**
 * Whether a field's type is a list of things, and no name or list of words. By itself, since functions that read no values
 * ask it too.
 */
export const isList = <List extends { list: object }>(type: string | readonly string[] | List): type is List =>
  typeof type === 'object' && !Array.isArray(type);
