import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHIPPED } from '../../catalogue/page-words/shipped.ts';
import { jsonSchemas, schemaText } from '../schemas.ts';
import { withTables } from './marked.ts';
import { withPageWords } from './page-words.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The pages that have tables made from the schemas. */
const PAGES = ['docs/language.md'];

const schemas = jsonSchemas();
mkdirSync(at('language/schemas'), { recursive: true });
for (const [name, schema] of Object.entries(schemas)) writeFileSync(at(`language/schemas/${name}`), schemaText(schema));
for (const page of PAGES) writeFileSync(at(page), withTables(readFileSync(at(page), 'utf8'), schemas));
for (const [language, words] of Object.entries(SHIPPED)) {
  const path = at(`workflows/pages/${language}.yaml`);
  // A company that speaks another language need not keep ours.
  if (existsSync(path)) writeFileSync(path, withPageWords(readFileSync(path, 'utf8'), words));
}
