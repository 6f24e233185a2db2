import { inflateRawSync } from 'node:zlib';

/** A gap of so many leads one place less far, and to no weight: another gap follows. */
export const FURTHER = 255;

/**
 * Weights of one head after the other out of a table as it is shipped: base64 of deflated bytes. Of each head first the gaps from one
 * weight to the next, 0 after the last, then the weights, as signed bytes. All others are 0.
 */
export const weightsIn = (table: string, heads: number, places: number): Int8Array[] => {
  const bytes = inflateRawSync(Buffer.from(table, 'base64'));
  let read = 0;
  return Array.from({ length: heads }, () => {
    const at: number[] = [];
    let place = -1;
    for (let gap = bytes[read]!; gap !== 0; gap = bytes[read]!) {
      place += gap === FURTHER ? FURTHER - 1 : gap;
      if (gap !== FURTHER) at.push(place);
      read += 1;
    }
    read += 1;
    const weights = new Int8Array(places);
    for (const one of at) {
      weights[one] = bytes[read]!;
      read += 1;
    }
    return weights;
  });
};
