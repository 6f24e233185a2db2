import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HANDLERS } from '../../infra/bundle.ts';
import { ENVIRONMENT, MEASURED } from './environment.ts';

/** What a handler asks its environment for, and cannot be without. */
const needed = (handler: string): string[] =>
  [...handler.matchAll(/\b([A-Z][A-Z0-9_]+): z\.(?![^\n]*(?:optional|default)\()/g)].map(([, name = '']) => name);

it.each(MEASURED)('the bench has all that %s asks its environment for', (name) => {
  const handler = readFileSync(HANDLERS[name], 'utf8');
  expect(needed(handler)).toContain('STAGE');
  expect(needed(handler).filter((one) => !Object.hasOwn(ENVIRONMENT, one))).toEqual([]);
});
