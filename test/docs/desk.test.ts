import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DESKS } from '../../functions/desk/kinds.ts';

const doc = readFileSync('docs/desk.md', 'utf8');
const example = (name: string): string => new RegExp(`\`\`\`json ${name}\\n(.*)\\n\`\`\``).exec(doc)?.[1] ?? '';

it('what docs/desk.md has a desk of one’s own send is understood', () => {
  expect(DESKS.generic.answerIn(JSON.parse(example('desk-answer')), {})).toMatchObject({
    type: 'agent.task_done',
    detail: { customerId: 'c-1042', task: 'e1/call/4', outcome: 'refunded', key: 'w-88' },
  });
});

it('so is what it has Zendesk send, once that has filled it in', () => {
  const filled = example('zendesk-answer')
    .replace('{{ticket.external_id}}', 'e1/call/4 c-1042')
    .replace('{{ticket.status}}', 'Solved')
    .replace(/\{\{[^}]+\}\}/g, 'x');
  expect(DESKS.zendesk.answerIn(JSON.parse(filled), {})).toMatchObject({
    type: 'agent.task_done',
    detail: { task: 'e1/call/4', customerId: 'c-1042', by: 'x', outcome: 'x', note: 'x' },
  });
});
