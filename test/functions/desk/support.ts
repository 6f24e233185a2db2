import type { DeskEvent } from '../../../functions/desk/kind.ts';
import type { Standing, Tickets } from '../../../functions/desk/tickets.ts';

export const task = 'e1/call/4';

export const created = (more: Record<string, unknown> = {}): DeskEvent => ({
  id: 'bus-1',
  'detail-type': 'agent.task_created',
  time: '2026-03-02T10:00:00Z',
  detail: {
    customerId: 'ada 1',
    decision: task,
    task,
    journey: 'recovery',
    moment: 'recovery-call',
    subject: 'Call about the failure',
    text: 'Please call Ada.',
    due: '2026-03-05T10:00:00.000Z',
    priority: 'high',
    signature: 'ours',
    ...more,
  },
});

export const closed: DeskEvent = {
  id: 'bus-2',
  'detail-type': 'agent.task_closed',
  time: '2026-03-03T10:00:00Z',
  detail: {
    customerId: 'ada 1',
    task,
    journey: 'recovery',
    moment: 'recovery-call',
    status: 'expired',
    signature: 's',
  },
};

export const replied: DeskEvent = {
  id: 'bus-3',
  'detail-type': 'desk.reply_received',
  time: '2026-03-03T10:00:00Z',
  detail: { customerId: 'ada 1', ticket: '35436', text: 'Still broken', reply: 'r1', channel: 'email', signature: 's' },
};

/** Who stands for many, as the table of records keeps it. */
export const createStandings = (): Pick<Tickets, 'standsFor' | 'standing' | 'passOn'> => {
  const rows = new Map<string, Standing>();
  return {
    standsFor: async (many, first) => {
      const key = JSON.stringify(many);
      rows.set(key, rows.get(key) ?? first);
      return rows.get(key) ?? first;
    },
    standing: async (many) => rows.get(JSON.stringify(many)),
    passOn: async (many, from, to) => {
      const key = JSON.stringify(many);
      const { task, ticket } = rows.get(key) ?? {};
      if (task !== from.task || ticket !== from.ticket) return false;
      if (to === undefined) rows.delete(key);
      else rows.set(key, { ...from, task: to });
      return true;
    },
  };
};
