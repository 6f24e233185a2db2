/** What a record holds under a name that people chose, such as `constructor`; never what every object inherits. */
export const ownValue = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
