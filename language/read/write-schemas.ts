import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonSchemas, schemaText } from './schemas.ts';

const folder = new URL('../schemas/', import.meta.url);

mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(fileURLToPath(new URL(name, folder)), schemaText(schema));
