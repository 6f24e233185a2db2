import { describe, expect, it } from 'vitest';
import { gate } from '../../../../core/gate/gate.ts';
import { catalogue } from '../../../support/catalogue.ts';
import { T0 } from '../../../support/customer.ts';
import { ada, ask } from '../support.ts';

const deps = { catalogue: catalogue(), paused: new Set<string>() };
const offering = (...kinds: string[]) => gate(ada(), ask({ offers: { kinds, refused: [] } }), T0, deps);

describe('no-gesture', () => {
  it('leaves out a message that offers fewer than two to choose from, and no other', () => {
    expect(offering()).toEqual({ outcome: 'suppressed', reason: 'no-gesture' });
    expect(offering('credit')).toEqual({ outcome: 'suppressed', reason: 'no-gesture' });
    expect(offering('credit', 'points')).toMatchObject({ outcome: 'clear' });
    expect(gate(ada(), ask(), T0, deps)).toMatchObject({ outcome: 'clear' });
  });
});
