import { DeleteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, ListExecutionsCommand, ListStateMachinesCommand } from '@aws-sdk/client-sfn';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';
import { DAY } from './stories.ts';
import { until } from './until.ts';

/** How each execution of an enrolment stands, by name. */
export const standing = async ({ machines, prefix }: Stage, journey: string, enrolment: string) => {
  const { stateMachines = [] } = await machines.send(new ListStateMachinesCommand({}));
  const machine = stateMachines.find(({ name }) => name === `${prefix}-${journey}`);
  const { executions = [] } = await machines.send(
    new ListExecutionsCommand({ stateMachineArn: machine?.stateMachineArn }),
  );
  const own = executions.filter(({ name }) => name?.startsWith(enrolment));
  return Promise.all(
    own.map(async ({ executionArn, name }) => {
      const { status } = await machines.send(new DescribeExecutionCommand({ executionArn }));
      return { name, status };
    }),
  );
};

const forgetTokens = async ({ dynamo, prefix }: Stage, enrolment: string, step: string): Promise<number> => {
  const TableName = `${prefix}-records`;
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `token#${enrolment}#${step}` } },
    }),
  );
  for (const { pk, sk } of Items) await dynamo.send(new DeleteItemCommand({ TableName, Key: { pk: pk!, sk: sk! } }));
  return Items.length;
};

const signUp = (stage: Stage, id: string) =>
  stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });

const listens = async (stage: Stage, id: string): Promise<{ enrolment: string; step: string }> => {
  const state = await stage.stands(id, 'listens', ({ enrolments }) =>
    Object.values(enrolments).some(({ waiting }) => waiting !== undefined),
  );
  const [enrolment, { waiting }] = Object.entries(state.enrolments)[0]!;
  return { enrolment, step: waiting!.step };
};

const proveExit = async (stage: Stage): Promise<void> => {
  const id = treated('paul');
  await signUp(stage, id);
  const { enrolment } = await listens(stage, id);
  await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
  const { outcome } = await stage.decided(id, 'first-value');
  must(outcome === 'sent', `The last word came to ${outcome}.`);
  await stage.over(id);
  const ended = await until('both executions have ended', async () => {
    const all = await standing(stage, 'onboarding', enrolment);
    return all.length === 2 && all.every(({ status }) => status !== 'RUNNING') ? all : undefined;
  });
  must(
    ended.every(({ status }) => status === 'SUCCEEDED'),
    `An execution failed: ${JSON.stringify(ended)}`,
  );
};

/** The resume comes too late for the token, as if it met the time-out: only the question after it can know. */
const proveTimeOut = async (stage: Stage): Promise<void> => {
  const id = treated('quinn');
  await signUp(stage, id);
  const { enrolment, step } = await listens(stage, id);
  must((await forgetTokens(stage, enrolment, step)) > 0, 'There was no token to forget.');
  const event = await stage.happen(id, 'product.activated', { feature: 'invite' });
  await stage.decided(id, 'tip-after-invite');
  const took = (await stage.customer(id))?.enrolments[enrolment]?.took[step];
  must(took === event, `The step took ${took}, not the event ${event}.`);
  await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
};

const proveWakes = async (stage: Stage): Promise<void> => {
  const id = treated('rosa');
  await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
  await stage.happen(id, 'support.ticket_opened', { ticketId: 't1', subject: 'Login' });
  await stage.decided(id, 'ticket-received');
  await stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
  const held = await stage.decided(id, 'welcome', 'held');
  must(held.reason === 'open-incident', `It was held for ${held.reason}.`);
  await stage.stands(id, 'is parked', ({ enrolments }) => Object.values(enrolments).some(({ open }) => open?.parked));
  await stage.happen(id, 'support.ticket_resolved', { ticketId: 't1' });
  const closed = Date.now();
  const { outcome, at } = await stage.decided(id, 'welcome');
  const late = (Date.parse(at) - closed) / 1000;
  const patience = (Date.parse(held.until ?? '') - Date.parse(held.at)) / 1000;
  must(outcome === 'sent', `It came to ${outcome}.`);
  must(late < 2 * DAY, `It was sent ${late} s after the ticket closed, of ${patience} s that it might have waited.`);
  await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
};

/** Exits, time-outs and parks: what waits goes on when it should. */
export const proveWaking = async ({ stage }: Run, { prove }: Proofs): Promise<void> => {
  await Promise.all([
    prove('an exit ends the enrolment, says its last words and resumes what waited', () => proveExit(stage)),
    prove('an event that meets a time-out is not lost', () => proveTimeOut(stage)),
    prove('a parked moment is sent soon after the ticket closes', () => proveWakes(stage)),
  ]);
};
