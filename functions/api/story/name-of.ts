import type { CustomerState } from '../../../core/customer/model/state.ts';

/** What somebody is called, as far as they said so. */
export const nameOf = ({ attributes }: Pick<CustomerState, 'attributes'>): string | undefined => {
  const { name, firstName, lastName } = attributes;
  if (name) return String(name.value);
  const words = [firstName, lastName].flatMap((word) => (word ? String(word.value) : []));
  return words.length > 0 ? words.join(' ') : undefined;
};
