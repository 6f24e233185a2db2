export interface Limits<Item> {
  /** Items in one chunk, at most. */
  count: number;
  /** Bytes in one chunk, at most; an item that is larger alone has a chunk of its own. */
  bytes?: number;
  sizeOf?: (item: Item) => number;
}

/** The items in order, cut where a call would take no more. */
export const chunksOf = <Item>(
  items: readonly Item[],
  { count, bytes = Infinity, sizeOf = () => 0 }: Limits<Item>,
): Item[][] => {
  const chunks: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const last = chunks.at(-1);
    if (last && last.length < count && size <= room) {
      last.push(item);
      room -= size;
    } else {
      chunks.push([item]);
      room = bytes - size;
    }
  }
  return chunks;
};
