import { it } from 'vitest';
import { expectAlikeElsewhere } from './support/bundles.ts';

it.each(['intake', 'publish'] as const)(
  'built again elsewhere, %s has the same files, so that nothing is deployed for nothing, and starts alike',
  async (name) => {
    await expectAlikeElsewhere(name);
  },
);
