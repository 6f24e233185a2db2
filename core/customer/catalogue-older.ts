import { countOf } from './count-of.ts';
import type { ReduceDeps } from './draft.ts';
import type { CustomerState } from './model/state.ts';

/** A newer catalogue has written this item: a function of today takes it. */
export class CatalogueOlder extends Error {
  override name = 'CatalogueOlder';
  constructor() {
    super('This item was written with a newer catalogue than this function has. It is tried again.');
  }
}

/**
 * Leaves an item alone that was written with a catalogue which was published after ours. Equal contents are never older.
 * Throws CatalogueOlder.
 */
export const refuseNewer = (
  { catalogue: itemCatalogue }: Pick<CustomerState, 'catalogue'>,
  { catalogue, catalogueNumber }: Pick<ReduceDeps, 'catalogue' | 'catalogueNumber'>,
): void => {
  if (itemCatalogue === undefined || itemCatalogue.version === catalogue.version) return;
  if (countOf(itemCatalogue.number) > countOf(catalogueNumber)) throw new CatalogueOlder();
};
