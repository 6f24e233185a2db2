import { MOVES, type Move, NEW_IDS, NEW_WORDS, OLD_IDS, OLD_WORDS, writeMoves } from './moves.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import { waitFor } from './prove-runs.ts';
import { without } from './rights.ts';
import { passTime, ring, runsOf, sendTo, standingIn } from './runs.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/** Somebody of each kind in a journey, when it is deployed anew. */
interface People {
  move: Move;
  between: string;
  held: string;
  listens: string;
  waits: string;
}

const HELLO = 'onboarding-survey';

const peopleOf = (move: Move, when: string): People => {
  const named = (kind: string) => treated(`${when}-${move}-${kind}`);
  return { move, between: named('between'), held: named('held'), listens: named('listens'), waits: named('waits') };
};

const enter = async (stage: Stage, id: string, move: Move): Promise<void> => {
  await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
  await stage.happen(id, 'trial.started', { move });
};

const standsAt = (stage: Stage, id: string, move: Move, step: string) =>
  stage.stands(id, `stands at ${step}`, (state) => standingIn(state, move)?.at === step);

/** Their step has answered, and the run that would have gone on has died. */
const settleBetween = async (stage: Stage, { move, between: id }: People): Promise<void> => {
  await enter(stage, id, move);
  await stage.decided(id, HELLO, 'sent');
  await until(`the run of ${id} has died`, async () => {
    const standing = standingIn(await stage.customer(id), move);
    return standing?.answer === 'sent' && (await runsOf(stage, move, standing.id)).includes('FAILED');
  });
};

const settleOthers = async (
  stage: Stage,
  people: People,
  [, listen, wait]: readonly string[],
  [heardMoment = '']: readonly string[],
) => {
  const { move, held, listens, waits } = people;
  await Promise.all([
    (async () => {
      await stage.happen(held, 'support.ticket_opened', { ticketId: `of-${held}`, subject: 'Login' });
      await enter(stage, held, move);
      await stage.decided(held, HELLO, 'held');
    })(),
    (async () => {
      await enter(stage, listens, move);
      await standsAt(stage, listens, move, listen ?? '');
    })(),
    (async () => {
      await enter(stage, waits, move);
      await standsAt(stage, waits, move, listen ?? '');
      await stage.happen(waits, 'product.activated', { feature: 'import' });
      await stage.decided(waits, heardMoment, 'sent');
      await standsAt(stage, waits, move, wait ?? '');
    })(),
  ]);
};

/** Everybody goes on from where they stand, by the ids and the words that the journey has now. */
const goesOn = async (
  stage: Stage,
  people: People,
  [hello, listen, wait]: readonly string[],
  [heardMoment, last]: readonly string[],
) => {
  const { move, between, held, listens, waits } = people;
  const before = standingIn(await stage.customer(waits), move)!;
  await Promise.all([
    (async () => {
      await ring(stage, between, move);
      await standsAt(stage, between, move, listen ?? '');
      const sent = (await stage.decisions(between)).filter(({ outcome }) => outcome === 'sent');
      must(sent.length === 1, `Who stood between two tasks got ${sent.length} messages.`);
    })(),
    (async () => {
      await stage.happen(held, 'support.ticket_resolved', { ticketId: `of-${held}` });
      const { step } = await stage.decided(held, HELLO, 'sent');
      must(step === hello, `Who was held got it at the step ${step}.`);
      await standsAt(stage, held, move, listen ?? '');
    })(),
    (async () => {
      await stage.happen(listens, 'product.activated', { feature: 'import' });
      await stage.decided(listens, heardMoment ?? '', 'sent');
    })(),
    (async () => {
      await ring(stage, waits, move);
      const { due } = standingIn(await standsAt(stage, waits, move, wait ?? before.at), move)!;
      must(due === before.due, `Who waited until ${before.due} now waits until ${due}.`);
      await sendTo(stage, 'due', await passTime(stage, waits, move, 1));
      const { step } = await stage.decided(waits, last ?? '', 'sent');
      must(step === 'last-tip', `Who waited came to the step ${step}.`);
    })(),
  ]);
};

/** Whose step is gone leaves, when their timer comes or at anything that happens to them. */
const leaves = async (stage: Stage, { move, between, held, listens, waits }: People): Promise<void> => {
  await stage.happen(listens, 'product.activated', { feature: 'import' });
  for (const id of [between, held, waits]) await ring(stage, id, move);
  for (const id of [between, held, listens, waits]) {
    const ended = await until(`${id} has left`, async () =>
      (await stage.timeline(id)).find((entry) => entry.kind === 'ended' && entry.journey === move),
    );
    must(ended.kind === 'ended' && ended.reason === 'step-retired', `${id} left so: ${JSON.stringify(ended)}`);
  }
};

/** Deploys while people wait, are held, listen, and stand between two tasks. */
export const proveDeploys = async ({ stage, out, deploy }: Run, { prove }: Proofs): Promise<void> => {
  const { yesterday, today } = await writeMoves(out);
  const settle = async (
    all: People[],
    idsOf: (move: Move) => readonly string[],
    words: (move: Move) => readonly string[],
  ) => {
    await without(stage, { role: 'AdvanceRole', action: 'dynamodb:UpdateItem' }, async () => {
      await Promise.all(all.map((people) => settleBetween(stage, people)));
    });
    await Promise.all(all.map((people) => settleOthers(stage, people, idsOf(people.move), words(people.move))));
  };

  await deploy({ workflows: yesterday });
  const [edited, renamed, removed] = MOVES.map((move) => peopleOf(move, 'old')) as [People, People, People];
  const renewing = treated('willa');
  await stage.happen(renewing, 'customer.imported', { email: addressOf(renewing), plan: 'solo' });
  await waitFor(stage, renewing, 183);
  await settle(
    [edited, renamed, removed],
    () => OLD_IDS,
    () => OLD_WORDS,
  );

  await deploy({ workflows: today });
  await Promise.all([
    prove('an edited journey: who waits, is held, listens or stands between two tasks goes on by the new words', () =>
      goesOn(stage, edited, OLD_IDS, NEW_WORDS),
    ),
    prove('renamed steps: everybody goes on at the same step under its new id', () =>
      goesOn(stage, renamed, NEW_IDS, OLD_WORDS),
    ),
    prove('removed steps: whoever stands at one leaves', () => leaves(stage, removed)),
    prove('a removed journey: who is in it leaves, though its machine is gone', async () => {
      await ring(stage, renewing, 'renewal');
      const ended = (await stage.over(renewing)).find((entry) => entry.kind === 'ended');
      must(ended?.kind === 'ended' && ended.reason === 'journey-retired', `They left so: ${JSON.stringify(ended)}`);
    }),
  ]);

  const [later, lost] = [peopleOf('edited', 'new'), peopleOf('renamed', 'new')];
  await settle(
    [later, lost],
    (move) => (move === 'renamed' ? NEW_IDS : OLD_IDS),
    (move) => (move === 'edited' ? NEW_WORDS : OLD_WORDS),
  );
  await deploy({ workflows: yesterday });
  await Promise.all([
    prove("back to yesterday's functions and machines: everybody goes on by yesterday's words", () =>
      goesOn(stage, later, OLD_IDS, OLD_WORDS),
    ),
    prove('back to yesterday: whose step came only today leaves', () => leaves(stage, lost)),
    prove('a journey that comes back under its name runs again', async () => {
      const id = treated('yara');
      await stage.happen(id, 'customer.imported', { email: addressOf(id), plan: 'solo' });
      await waitFor(stage, id, 183);
      await sendTo(stage, 'due', await passTime(stage, id, 'renewal', 1));
      await stage.decided(id, 'value-recap');
    }),
  ]);
};
