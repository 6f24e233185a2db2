import { expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { toItem } from '../../../core/customer/model/item.ts';
import { foldCommit } from '../../../functions/census/fold.ts';
import { readCommits } from '../../../functions/census/schema.ts';
import { T0 } from '../../support/customer.ts';

const ada = { ...emptyCustomer('ada', T0), version: 1 };
const at = new Date(T0).toISOString();

it('reads what can be read, and reports what cannot', () => {
  const reported: string[] = [];
  const read = readCommits(
    [
      { sequence: '1', item: '{"format":99}' },
      { sequence: '2', item: 'no item' },
      { sequence: '3', item: toItem(ada) },
    ],
    (sequence, { name }) => void reported.push(`${sequence} ${name}`),
  );
  expect(read.map(({ sequence, commit }) => [sequence, commit.id])).toEqual([['3', 'ada']]);
  expect(reported).toEqual(['1 ItemFormatUnknown', '2 SyntaxError']);
});

it('counts what a later release wrote, as it stands, and passes over what it cannot know', () => {
  const later = {
    ...ada,
    journal: [
      { kind: 'forecast', at, customer: 'ada' },
      { kind: 'ended', at, customer: 'ada', journey: 'renewal', enrolment: 'e', reason: 'moved-away' },
    ],
  };
  const [one] = readCommits([{ sequence: '1', item: JSON.stringify(later) }], () => {});
  expect(one && foldCommit(one.commit).counts).toMatchObject([{ kind: 'ended', value: 'moved-away', count: 1 }]);
});
