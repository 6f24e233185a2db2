import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonSchemas, schemaText } from '../schemas.ts';
import { withTables } from './marked.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The pages that have tables made from the schemas. */
const PAGES = ['docs/language.md'];

const schemas = jsonSchemas();
mkdirSync(at('language/schemas'), { recursive: true });
for (const [name, schema] of Object.entries(schemas)) writeFileSync(at(`language/schemas/${name}`), schemaText(schema));
for (const page of PAGES) writeFileSync(at(page), withTables(readFileSync(at(page), 'utf8'), schemas));
