import { BUILT_IN } from '../../language/catalogue/built-in.ts';
import type { RunStepOf } from '../../language/catalogue/step.ts';
import { catalogue, eventType, journey, moment } from './catalogue.ts';
import { oneCustomer } from './customer.ts';
import { MERGED } from './two-ids.ts';

const call = moment('call', { channels: ['agent'], purpose: 'care' });
const visit = moment('visit', { channels: ['agent'], purpose: 'care', team: 'field' });
const AGENT = Object.fromEntries(
  Object.entries(BUILT_IN).flatMap(([name, type]) =>
    type.work ? [[name, { ...type, kept: ['outcome'], awaited: name === 'agent.task_done' }]] : [],
  ),
);
const severity = { type: ['minor', 'odd', 'major'], optional: true, provenance: 'observed' as const };
const start = eventType({ fields: { severity } });
export const task = (more: Partial<RunStepOf<'task'>> = {}): RunStepOf<'task'> => ({
  kind: 'task',
  moment: 'call',
  purpose: 'care',
  ...more,
});

/** Two journeys that give work, each begun by an event of its own. */
export const tasksCatalogue = (one: RunStepOf<'task'>, two = task(), more = {}) =>
  catalogue({
    events: { ...AGENT, ...MERGED, start, fail: eventType({ fields: { severity } }) },
    moments: { call, visit },
    journeys: {
      hello: journey('hello', 'never'),
      repair: journey('repair', 'never'),
      one: journey('one', 'start', { fields: ['severity'], steps: { act: one } }),
      two: journey('two', 'fail', { fields: ['severity'], steps: { act: two } }),
    },
    ...more,
  });

/** For a step that waits for its work. */
export const withinADay = { within: 86_400 };

/** A customer whose journey has given work. */
export const givenTask = async (one = task(withinADay), two?: RunStepOf<'task'>, fields = {}, more = {}) => {
  const ada = oneCustomer(tasksCatalogue(one, two, more));
  await ada.event('start', fields);
  const answer = await ada.send(ada.at('one', 'act'));
  const [id = ''] = Object.keys((await ada.state()).tasks ?? {});
  return {
    ...ada,
    id,
    answer,
    work: async () => (await ada.state()).tasks?.[id],
    asks: () => ada.send(ada.at('one', 'act')),
    told: () =>
      ada.journal.flatMap((entry) =>
        entry.kind === 'task' ? [`${entry.status}${entry.late ? ' late' : ''} ${entry.by ?? '-'}`] : [],
      ),
    refused: () => ada.journal.flatMap((entry) => (entry.kind === 'rejected' ? [entry.message] : [])),
  };
};
