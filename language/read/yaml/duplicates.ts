/** Runs through things by id; those whose id is taken are told, with the file that had it first. */
export const firstOfEach = <Thing>(
  things: readonly Thing[],
  id: (thing: Thing) => string,
  file: (thing: Thing) => string,
  duplicate: (thing: Thing, firstFile: string) => void,
): Map<string, Thing> => {
  const firstByName = new Map<string, Thing>();
  for (const thing of things) {
    const first = firstByName.get(id(thing));
    if (first) duplicate(thing, file(first));
    else firstByName.set(id(thing), thing);
  }
  return firstByName;
};
