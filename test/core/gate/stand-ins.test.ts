import { expect, it } from 'vitest';
import { momentsSent } from '../../../core/gate/stand-ins.ts';
import { catalogue, journey, moment, policy } from '../../support/catalogue.ts';

const step = { moment: 'news', purpose: 'relationship' as const };
const world = (moments: Parameters<typeof catalogue>[0] = {}) =>
  catalogue({ journeys: { hello: journey('hello', 'start') }, ...moments });

it('what may go out at a step is its moment and whatever takes its place, however often, in a circle too', () => {
  const all = world({
    moments: {
      news: moment('news', { whenNegative: { instead: 'sorry' }, whenIncident: { person: 'call' } }),
      sorry: moment('sorry', { whenIncident: { instead: 'wait' }, whenNegative: { instead: 'news' } }),
      wait: moment('wait', { whenIncident: 'hold', whenNegative: { instead: 'unwritten' } }),
    },
  });
  expect(momentsSent(step, 'hello', all)).toEqual(['news', 'sorry', 'wait', 'unwritten']);
});

it('what a purpose says counts where a moment says nothing', () => {
  const { relationship } = policy.purposes;
  const purposes = { ...policy.purposes, relationship: { ...relationship, whenNegative: { instead: 'sorry' } } };
  const all = world({
    policy: { ...policy, purposes },
    moments: {
      news: moment('news', { purpose: 'relationship' }),
      other: moment('other', { purpose: 'relationship', whenNegative: 'send' }),
      sorry: moment('sorry', { purpose: 'care' }),
    },
  });
  expect(momentsSent(step, 'hello', all)).toEqual(['news', 'sorry']);
  expect(momentsSent({ ...step, moment: 'other' }, 'hello', all)).toEqual(['other']);
});
