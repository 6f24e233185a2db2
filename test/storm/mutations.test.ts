import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MUTATIONS } from './mutation-list.ts';
import { tryMutation } from './mutations.ts';

const MINUTES = 60_000;

describe('the oracle', () => {
  it.each(MUTATIONS.filter(({ fast }) => fast))(
    'notices that this is off: $name',
    async (mutation) => {
      const { invariant, seed } = await tryMutation(mutation, 3);
      expect({ invariant, seed }).toEqual({ invariant: expect.stringMatching(/^I\d$/), seed: expect.any(Number) });
    },
    3 * MINUTES,
  );

  it.each(MUTATIONS)('has an edit that still fits the source: $name', ({ edits }) => {
    for (const { file, from, to } of edits) {
      const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
      expect(source.split(from).length - 1, `${file}: ${from}`).toBe(1);
      expect(to).not.toBe(from);
    }
  });
});
