import type { FieldType, ListType } from './field-type.ts';

/** Whether a field holds a list of things. By itself, since functions that read no values ask it too. */
export const isList = (type: FieldType): type is ListType => typeof type === 'object' && !Array.isArray(type);
