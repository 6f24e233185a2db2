import { describe, it } from 'vitest';
import { expectEveryState } from './every-state.ts';
import { someEvents } from './support.ts';

describe('a world that has played the whole quarter', () => {
  it('has people in every state', async () => {
    await expectEveryState(someEvents(Number.POSITIVE_INFINITY));
  });
});
