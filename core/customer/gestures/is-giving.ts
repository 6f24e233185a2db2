import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import type { Gestures } from '../../../language/catalogue/gesture.ts';

/** A catalogue in which there is something to give. */
export type Giving = Catalogue & { gestures: Gestures };

export const isGiving = (catalogue: Catalogue): catalogue is Giving => catalogue.gestures !== undefined;
