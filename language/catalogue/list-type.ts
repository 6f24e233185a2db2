/** Whether a field holds a list of things. By itself, since functions that read no values ask it too. */
export const isList = <Type>(type: Type): type is Exclude<Type, string | string[]> =>
  typeof type === 'object' && !Array.isArray(type);
