import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ENVIRONMENT } from './environment.ts';

/** Of the functions that the bench runs as they are deployed. */
const MEASURED = ['intake', 'deliver', 'advance', 'relay', 'census', 'effects', 'broadcast', 'operate', 'preferences'];

/** What a handler asks its environment for, and cannot be without. */
const needed = (handler: string): string[] =>
  [...handler.matchAll(/\b([A-Z][A-Z0-9_]+): z\.(?![^\n]*(?:optional|default)\()/g)].map(([, name = '']) => name);

it.each(MEASURED)('the bench has all that %s asks its environment for', (name) => {
  const handler = readFileSync(`functions/${name}/${name}.handler.ts`, 'utf8');
  expect(needed(handler)).toContain('STAGE');
  expect(needed(handler).filter((one) => !Object.hasOwn(ENVIRONMENT, one))).toEqual([]);
});
