import { createHmac } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { isDrawn, panelWeek, panelWeekBegins } from '../../core/customer/panel-draw.ts';
import { PANEL_EVENT, PANEL_JOURNEY, PANEL_SOURCE } from '../../language/catalogue/panel.ts';
import { tactfulOn } from './command.ts';
import type { Run } from './open-run.ts';
import { openPage, press } from './pages.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import { givenWork } from './prove-tasks.ts';
import type { Stage } from './stage.ts';
import { DAY } from './stories.ts';
import { QUESTION, SHARE, TOUR, writeTalk } from './talk.ts';
import { until } from './until.ts';

/** What a desk of the company's own shares with us. */
const keyOf = async ({ endpoint, prefix }: Stage): Promise<string> => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const secrets = new SecretsManagerClient({ endpoint, region: 'us-east-1', credentials });
  const { SecretString = '{}' } = await secrets.send(new GetSecretValueCommand({ SecretId: `${prefix}-desk` }));
  return JSON.parse(SecretString).key;
};

/** As docs/desk.md has a desk of one's own do it. */
const signed = (key: string, at: string, body: string): string =>
  `v1=${createHmac('sha256', key).update(`${at}.${body}`).digest('hex')}`;

const proveDesk = async ({ stage, desk }: Run, answersUrl: string): Promise<void> => {
  const key = await keyOf(stage);
  const id = treated('desdemona');
  const task = await givenWork(stage, id);
  const untilDeskHears = (type: string) =>
    until(`the desk is told of ${type}`, async () =>
      desk.posted.find(({ body }) => {
        const event = JSON.parse(body);
        // Somebody of old has other work given for them too.
        return event.type === type && event.detail.task === task;
      }),
    );
  const { headers, body: work } = await untilDeskHears('agent.task_created');
  const at = String(headers['x-tactful-timestamp']);
  must(headers['x-tactful-signature'] === signed(key, at, work), 'What the desk was posted is not signed by us.');
  must(headers['x-tactful-id'] === task, `It is known by ${headers['x-tactful-id']}, and not by ${task}.`);
  const say = async (detail: object, by = key): Promise<number> => {
    const body = JSON.stringify({ type: 'agent.task_done', detail: { customerId: id, task, by: 'Dea', ...detail } });
    const now = String(Math.floor(Date.now() / 1000));
    const signature = { 'x-tactful-timestamp': now, 'x-tactful-signature': signed(by, now, body) };
    return (await openPage(stage, answersUrl, { method: 'POST', headers: signature, body })).status;
  };
  const forged = await say({ outcome: 'forged' }, 'somebody else’s');
  must(forged === 401, `What is not signed by the desk was answered with ${forged}.`);
  const status = await say({ outcome: 'listened', note: 'Wanted to be told earlier.' });
  must(status === 202, `What the desk says was answered with ${status}.`);
  const { tasks } = await stage.stands(id, 'has work that is done', (state) => state.tasks?.[task]?.state === 'done');
  must(tasks?.[task]?.by === 'Dea', `It was done by ${tasks?.[task]?.by}.`);
  const timeline = await stage.over(id);
  must(!timeline.some((entry) => entry.kind === 'decision' && entry.moment === 'trust-letter'), 'A letter went out.');
  must(!JSON.stringify(timeline).includes('forged'), 'What was not signed is in the story.');
  await untilDeskHears('agent.task_closed');
};

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

/** The newest letter to somebody, as soon as there are so many. */
const letterTo = async (stage: Stage, id: string, count: number): Promise<{ html: string; text: string }> => {
  const letters = await until(`there are ${count} letters to ${id}`, async () => {
    const all = await stage.emails(addressOf(id));
    const own = all.filter(({ Content }) => (Content.Simple.Body?.Text?.Data ?? '').includes('The tour'));
    return own.length >= count ? own : undefined;
  });
  const { Html, Text } = letters.at(-1)?.Content.Simple.Body ?? {};
  return { html: Html?.Data ?? '', text: Text?.Data ?? '' };
};

const proveClicks = async ({ stage }: Run): Promise<void> => {
  const id = treated('clementine');
  await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
  await stage.happen(id, 'tour.asked');
  const { html, text } = await letterTo(stage, id, 1);
  const [, link = ''] = /href="([^"]*\/c\/[^"]+)"/.exec(html) ?? [];
  must(link !== '' && !html.includes(`"${TOUR}"`), `The letter has no link that is counted:\n${html}`);
  const open = async (headers: Record<string, string>): Promise<void> => {
    const { status, headers: responseHeaders } = await openPage(stage, link, { redirect: 'manual', headers });
    must(
      status === 302 && responseHeaders.get('location') === TOUR,
      `It led to ${responseHeaders.get('location')} by ${status}.`,
    );
  };
  const clicks = async (): Promise<number> =>
    (await stage.timeline(id)).filter((entry) => entry.kind === 'delivery' && entry.status === 'clicked').length;
  await open({ 'user-agent': 'Barracuda Sentinel' });
  must((await clicks()) === 0, 'A scanner that says so is counted.');
  // One that does not say so, and comes again.
  for (let opened = 0; opened < 5; opened++) await open(BROWSER);
  await stage.decided(id, 'tip-team', 'sent');
  must((await clicks()) === 1, `It is told as opened ${await clicks()} times.`);
  const [preferences = ''] = /https?:\S+\/preferences\/[\w-]+/.exec(text) ?? [];
  must((await (await openPage(stage, preferences)).text()).includes('name="measuring"'), 'It cannot be refused.');
  await press(stage, preferences, { measuring: 'stop' });
  await stage.stands(id, 'is not counted', ({ consent }) => consent['measure:clicks']?.choice === 'withdrawn');
  await stage.happen(id, 'tour.asked');
  const plain = await letterTo(stage, id, 2);
  must(plain.html.includes(`href="${TOUR}"`), `The link of who refused is not plain:\n${plain.html}`);
};

/** As it is at the pace of the run. */
const DRAW = { share: SHARE, week: 7 * DAY, fromMonday: false };

/** In milliseconds, far more than it takes to know four people. */
const TO_KNOW = 30_000;

/** Somebody who is drawn at an instant, or is not. */
const who = (name: string, at: number, shouldBeDrawn: boolean): string => {
  for (let number = 0; ; number++)
    if (isDrawn(`${name}-${number}`, DRAW, at) === shouldBeDrawn) return `${name}-${number}`;
};

/** What the rule of the stage puts on intake's queue each week. */
const draw = async (stage: Stage, id: string): Promise<void> => {
  const time = new Date().toISOString();
  const event = { id, source: PANEL_SOURCE, 'detail-type': PANEL_EVENT, time, detail: {} };
  const QueueUrl = await stage.queueUrl('intake');
  await stage.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event) }));
};

const provePanel = async ({ stage, env }: Run): Promise<void> => {
  // The first that begins late enough to know everybody before it.
  const begins = panelWeekBegins(DRAW, panelWeek(DRAW, Date.now() + TO_KNOW) + 1);
  const panelists = ['petra', 'piet'].map((name) => who(name, begins, true));
  const others = ['posy', 'piers'].map((name) => who(name, begins, false));
  await Promise.all(
    [...panelists, ...others].map((id) => stage.happen(id, 'customer.imported', { email: addressOf(id) })),
  );
  await until('the week begins', async () => Date.now() > begins, { every: 100 });
  await draw(stage, 'panel-once');
  await draw(stage, 'panel-twice');
  for (const id of panelists) await stage.decided(id, QUESTION, 'sent');
  const tactful = tactfulOn(env, 'e2e');
  await until(
    'everybody is asked, twice',
    async () => {
      const lines = (await tactful('broadcasts')).output
        .split('\n')
        .filter((line) => line.includes(`  ${PANEL_EVENT} since `));
      return lines.length > 0 && lines.every((line) => /all of [\d,]+ asked/.test(line));
    },
    { every: 1000 },
  );
  const entered = async (id: string) =>
    (await stage.timeline(id)).filter((entry) => entry.kind === 'entered' && entry.journey === PANEL_JOURNEY).length;
  for (const id of panelists) must((await entered(id)) === 1, `${id} is asked ${await entered(id)} times.`);
  for (const id of others) must((await entered(id)) === 0, `${id} is asked, and was not drawn.`);
};

/** Desks, links that are counted, and a question to a few: on a stage that is deployed with them. */
export const proveTalk = async (run: Run, { prove }: Proofs): Promise<void> => {
  const workflows = await writeTalk(run.out);
  const { DeskAnswersUrl = '' } = await run.deploy({ workflows, desk: 'generic', deskUrl: run.desk.url });
  await Promise.all([
    prove('a desk is posted work, signed; what it answers, signed, moves the journey, and nothing else does', () =>
      proveDesk(run, DeskAnswersUrl),
    ),
    prove('a link that is opened leads on, is heard once, and is plain for who refuses', () => proveClicks(run)),
    prove('a few are drawn each week and asked, and nobody twice', () => provePanel(run)),
  ]);
};
