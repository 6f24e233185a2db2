import { expect, it } from 'vitest';
import { OURS as skipped } from '../../../functions/intake/intake.ts';
import { OURS, PREFERENCES } from '../../../functions/shared/source.ts';

it('intake skips what we publish ourselves, and takes what customers choose', () => {
  expect(OURS).toBe(skipped);
  expect(PREFERENCES).not.toBe(skipped);
});
