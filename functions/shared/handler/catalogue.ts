import { readFileSync } from 'node:fs';
import { Catalogue } from '../../../language/catalogue/catalogue.ts';

/** The catalogue that lies beside a bundle. */
export const readCatalogue = (file: URL): Catalogue => Catalogue.parse(JSON.parse(readFileSync(file, 'utf8')));
