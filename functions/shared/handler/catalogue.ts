import { readFileSync } from 'node:fs';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';

/** The catalogue that lies beside a bundle: checked when it was bundled, and as much part of it as its code. */
export const readCatalogue = (file: URL): Catalogue => JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
