import { bytesOf, clipOrDrop } from './clip.ts';
import { LIMITS } from './limits.ts';

type Element = Record<string, unknown>;

/** The fields of a list of things. */
export const isElements = (value: unknown): value is Element[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);

type IsWhole = (name: string) => boolean;

const boundElement = (element: Element, isWhole: IsWhole): Element =>
  Object.fromEntries(
    Object.entries(element).flatMap(([name, value]) => {
      if (typeof value !== 'string') return [[name, value]];
      const clipped = clipOrDrop(value, LIMITS.element, LIMITS.url);
      return clipped === undefined || (clipped !== value && isWhole(name)) ? [] : [[name, clipped]];
    }),
  );

/**
 * Its first elements, as many as so many bytes hold: what comes after them is not known any more. `isWhole`: a text of that
 * name is left out where it would be cut.
 */
export const boundList = (
  elements: Element[],
  most: number = LIMITS.list,
  isWhole: IsWhole = () => false,
): Element[] => {
  const fitting: Element[] = [];
  let bytes = 2;
  for (const element of elements) {
    const bounded = boundElement(element, isWhole);
    bytes += jsonBytes(bounded) + 1;
    if (bytes > most) break;
    fitting.push(bounded);
  }
  return fitting;
};

/** Of a value as JSON. */
export const jsonBytes = (value: unknown): number =>
  typeof value === 'string' ? bytesOf(value) : Buffer.byteLength(JSON.stringify(value) ?? '');
