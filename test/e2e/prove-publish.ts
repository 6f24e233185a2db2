import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tactfulOn } from './command.ts';
import { type Move, OLD_IDS, OLD_WORDS, writeMoves } from './moves.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import { without } from './rights.ts';
import { passTime, sendTo, standingIn } from './runs.ts';

const MOVE: Move = 'edited';
const MOMENT = 'moments/onboarding-survey.md';

const replaced = async (file: string, old: string | RegExp, text: string): Promise<void> => {
  const before = await readFile(file, 'utf8');
  const after = before.replace(old, text);
  must(after !== before, `${file} has no ${old} to replace.`);
  await writeFile(file, after);
};

/**
 * Publishes while people wait, without a deploy; what is refused changes nothing; a deploy does not undo it. The stage runs
 * yesterday's workflows, as proofs of deploys leave it.
 */
export const provePublish = async ({ stage, out, env, deploy }: Run, { prove }: Proofs): Promise<void> => {
  const { yesterday } = await writeMoves(out);
  const folder = join(out, 'published');
  const rest = join(out, 'rest');
  const tactful = tactfulOn(env, 'e2e');
  const fine = async (...words: string[]) => {
    const { fine: went, output } = await tactful(...words);
    must(went, `tactful ${words.join(' ')} failed:\n${output}`);
    return output;
  };
  const refused = async (...words: string[]) => {
    const { fine: went, output } = await tactful(...words);
    must(!went, `tactful ${words.join(' ')} went through:\n${output}`);
    return output;
  };
  const number = async () => Number(/^\s*(\d+)/.exec(await fine('versions'))?.[1]);
  const subjectFor = async (id: string): Promise<string> => {
    await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
    await stage.happen(id, 'trial.started', { move: MOVE });
    await stage.decided(id, 'onboarding-survey', 'sent');
    const [email] = await stage.emails(addressOf(id));
    return email?.Content.Simple.Subject.Data ?? 'none';
  };
  const waiting = treated('publish-waits');

  const first = await number();
  await cp(yesterday, folder, { recursive: true });
  await prove('somebody waits, and the folder of the stage is pulled', async () => {
    await stage.happen(waiting, 'customer.imported', { email: addressOf(waiting), plan: 'solo' });
    await stage.happen(waiting, 'trial.started', { move: MOVE });
    await stage.stands(waiting, 'listens', (state) => standingIn(state, MOVE)?.at === OLD_IDS[1]);
    await fine('pull', folder);
    const pulled = JSON.parse(await readFile(join(folder, '.published.json'), 'utf8'));
    must(pulled.e2e.version === (await number()), `.published.json says ${JSON.stringify(pulled)}.`);
    // Over what colleagues of other proofs left in the draft.
    await fine('push', folder, '--force');
  });

  await prove('copy alone is published without a deploy, touches no machine, and is in the next message', async () => {
    const before = await number();
    await replaced(join(folder, MOMENT), /^subject: .*$/m, 'subject: Published without a deploy');
    await fine('push', folder);
    const output = await fine('publish', folder, '--note', 'another subject');
    must(output.includes('No machine had to change'), output);
    must((await number()) === before + 1, `It runs ${await number()} after ${before}.`);
    const subject = await subjectFor(treated('publish-copy'));
    must(subject === 'Published without a deploy', `The subject is ${subject}.`);
  });

  await prove('a new step is published while somebody waits before it, and they come to it', async () => {
    const file = join(folder, `journeys/${MOVE}.yaml`);
    await replaced(file, '  - send: tip-solo\n', '  - send: tip-team\n    id: new-tip\n  - send: tip-solo\n');
    await fine('push', folder);
    const output = await fine('publish', folder, '--note', 'one step more');
    must(output.includes(`Changed: ${MOVE}.`), output);
    await stage.happen(waiting, 'product.activated', { feature: 'import' });
    await stage.decided(waiting, OLD_WORDS[0], 'sent');
    await stage.stands(waiting, 'waits', (state) => standingIn(state, MOVE)?.at === OLD_IDS[2]);
    await sendTo(stage, 'due', await passTime(stage, waiting, MOVE, 1));
    const { step } = await stage.decided(waiting, 'tip-team', 'sent');
    must(step === 'new-tip', `It was sent at ${step}.`);
  });

  await prove('a draft whose scenario fails is refused at that step, and the stage runs what it ran', async () => {
    const before = await number();
    const bad = join(out, 'bad');
    await cp(folder, bad, { recursive: true });
    await mkdir(join(bad, 'scenarios'));
    await writeFile(join(bad, 'scenarios/wrong.yaml'), WRONG);
    await fine('push', bad);
    const output = await refused('publish', '--note', 'a promise that is not kept');
    must(output.includes('failed at: scenarios'), output);
    must((await number()) === before, `It runs ${await number()} after ${before}.`);
    await fine('push', folder);
  });

  await prove(
    'a machine that AWS refuses leaves the old version running, and publishing again goes through',
    async () => {
      const before = await number();
      const file = join(folder, 'journeys/second.yaml');
      await cp(join(folder, `journeys/${MOVE}.yaml`), file);
      await replaced(file, `journey: ${MOVE}`, 'journey: second');
      await replaced(file, `event.move = "${MOVE}"`, 'event.move = "second"');
      await fine('push', folder);
      // As when CloudFormation, or whoever it acts for, may not.
      let output = '';
      await without(stage, { role: 'PublishFunctionRole', action: 'cloudformation:ExecuteChangeSet' }, async () => {
        output = await refused('publish', '--note', 'its machine is refused');
      });
      must(output.includes('failed at: machines'), output);
      must((await number()) === before, `It runs ${await number()} after ${before}.`);
      await fine('publish', folder, '--note', 'its machine is taken');
      must((await number()) === before + 1, `It runs ${await number()} after ${before}.`);
    },
  );

  await prove('of two who publish at once one wins, and the other is told who and what', async () => {
    const before = await number();
    await replaced(join(folder, MOMENT), /^subject: .*$/m, 'subject: Who was first');
    await fine('push', folder);
    const both = await Promise.all([
      tactful('publish', folder, '--note', 'one'),
      tactful('publish', folder, '--note', 'other'),
    ]);
    const lost = both.filter((each) => !each.fine);
    must(lost.length === 1 && (await number()) === before + 1, both.map(({ output }) => output).join('\n'));
    must(/has been publishing since|published version/.test(lost[0]?.output ?? ''), lost[0]?.output ?? '');
  });

  await prove(
    'a deploy that would undo it is refused, and says who and what to do; pulled, it goes through',
    async () => {
      const before = await number();
      await cp(yesterday, rest, { recursive: true });
      await replaced(join(rest, MOMENT), /^subject: .*$/m, 'subject: From the repository');
      const failed = await deploy({ workflows: rest }).then(
        () => '',
        (error: Error) => error.message,
      );
      must(failed.includes('tactful pull --stage e2e'), `The deploy said:\n${failed}`);
      must((await number()) === before, `It runs ${await number()} after ${before}.`);
      await fine('pull', rest);
      await replaced(join(rest, MOMENT), /^subject: .*$/m, 'subject: From the repository');
      await deploy({ workflows: rest });
      must((await number()) === before + 1, `It runs ${await number()} after ${before}.`);
      const subject = await subjectFor(treated('publish-deployed'));
      must(subject === 'From the repository', `The subject is ${subject}.`);
    },
  );

  await prove('rolled back, the old files run as a new version', async () => {
    const before = await number();
    const output = await fine('rollback', String(first));
    must(output.includes(`version ${before + 1}`), output);
    const subject = await subjectFor(treated('publish-back'));
    must(subject !== 'From the repository', `The subject is ${subject}.`);
  });
  await rm(folder, { recursive: true, force: true });
};

const WRONG = `scenario: A promise that nobody keeps
customer: { id: mia, zone: Europe/London, email: mia@example.com, since: 2025-01-10 }
start: 2026-03-02T09:00
timeline:
  - at: 0 days
    event: support.ticket_resolved
    with: { ticketId: t1 }
expect:
  - by 1 day: sent tip-team
`;
