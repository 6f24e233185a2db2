import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemas, schemaText } from '../../../language/read/schemas.ts';

describe('JSON Schemas for editors', () => {
  it.each(Object.entries(jsonSchemas()))('%s is what the reader takes: else run npm run docs', (name, schema) => {
    expect(readFileSync(new URL(`../../../language/schemas/${name}`, import.meta.url), 'utf8')).toBe(
      schemaText(schema),
    );
  });
});
