import { describe, type Typed } from '../expressions/typed.ts';
import type { Reading } from './liquid.ts';
import type { PrintedAddress } from './markup.ts';

const FORMS = ['url', 'email', 'phone'];

/** Anybody can type a link: what a customer typed is no address of ours. */
const isOurs = ({ format, provenance }: Typed): boolean =>
  format !== 'url' || provenance.every((each) => each === 'observed');

/** Copy prints it as it is: an address, or what a step says itself. */
const isWhole = (typed: Typed): boolean =>
  typed.kind === 'text' && (typed.literal !== undefined || (FORMS.includes(typed.format ?? '') && isOurs(typed)));

/** Gathers which names are printed as they are: those that are an address wherever they are read. */
export const createForms = () => {
  const all = new Map<string, boolean>();
  return {
    add: (name: string, { printed }: Reading, typed: readonly Typed[]): void => {
      if (printed && typed.length > 0) all.set(name, (all.get(name) ?? true) && typed.every(isWhole));
    },
    whole: (): string[] => [...all].flatMap(([name, whole]) => (whole ? [name] : [])).toSorted(),
  };
};

/** Whatever a link begins with has to be an address that a system of ours gave. */
export const checkAddress = (
  reading: Reading,
  typed: readonly Typed[],
  addresses: readonly PrintedAddress[],
  say: (reading: Reading, message: string) => void,
): void => {
  const { offset, printed, full } = reading;
  const at = addresses.find((each) => each.offset <= offset && offset < each.offset + each.length);
  const other = at && printed ? typed.find((each) => !isWhole(each)) : undefined;
  if (!other) return;
  const why =
    other.format === 'url'
      ? `\`${full}\` is an address that customers typed, and leads nobody anywhere: link to a page of yours`
      : `\`${full}\` is ${describe(other)}, and a link needs an address: declare its field with \`type: url\``;
  say(reading, why);
};
