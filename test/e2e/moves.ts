import { appendFile, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a later deploy does to a journey of this name. */
export const MOVES = ['edited', 'renamed', 'removed'] as const;
export type Move = (typeof MOVES)[number];

const EVENT = `
trial.started:
  about: A trial began.
  customer: customerId
  fields:
    customerId: text
    move: text
`;

const journey = (move: Move, rest: string): string => `journey: ${move}
title: ${move}
about: Somebody at every kind of step, for the proofs of deploys.
purpose: relationship
enter: { on: trial.started, when: event.move = "${move}", again: always }
${rest}`;

/** A step that sends, a condition, which only a run can ask, a step that listens, one that waits, and a last one. */
const steps = (
  [hello, listen, wait]: [string, string, string],
  [heardMoment, last]: [string, string],
): string => `steps:
  - send: onboarding-survey
    id: ${hello}
  - choose: [ { when: event.move = "none", steps: [ { wait: 1 day, id: never } ] } ]
  - listen: product.activated
    id: ${listen}
    within: 60 days
    heard: [ { send: ${heardMoment} } ]
  - wait: 60 days
    id: ${wait}
  - send: ${last}
    id: last-tip
`;

export const OLD_IDS: [string, string, string] = ['hello', 'first-use', 'pause'];
export const NEW_IDS: [string, string, string] = ['welcome', 'first-feature', 'breather'];
export const OLD_WORDS: [string, string] = ['tip-after-import', 'tip-solo'];
/** What those who go on in the edited journey get instead. */
export const NEW_WORDS: [string, string] = ['tip-after-report', 'tip-team'];

const YESTERDAY: Record<Move, string> = {
  edited: steps(OLD_IDS, OLD_WORDS),
  renamed: steps(OLD_IDS, OLD_WORDS),
  removed: steps(OLD_IDS, OLD_WORDS),
};

const TODAY: Record<Move, string> = {
  edited: steps(OLD_IDS, NEW_WORDS),
  renamed: `renamed: { ${OLD_IDS.map((id, index) => `${id}: ${NEW_IDS[index]}`).join(', ')} }\n${steps(NEW_IDS, OLD_WORDS)}`,
  removed: 'steps:\n  - send: tip-solo\n    id: last-tip\n',
};

const write = async (folder: string, journeys: Record<Move, string>): Promise<string> => {
  await cp('workflows', folder, { recursive: true });
  await rm(join(folder, 'scenarios'), { recursive: true, force: true });
  await appendFile(join(folder, 'events.yaml'), EVENT);
  for (const move of MOVES) {
    await writeFile(join(folder, 'journeys', `${move}.yaml`), journey(move, journeys[move]));
  }
  return folder;
};

/** The shipped workflows and the three journeys as they were before the deploy, and as they are after it, when renewal is gone too. */
export const writeMoves = async (out: string): Promise<{ yesterday: string; today: string }> => {
  const yesterday = await write(join(out, 'yesterday'), YESTERDAY);
  const today = await write(join(out, 'today'), TODAY);
  await rm(join(today, 'journeys/renewal.yaml'));
  return { yesterday, today };
};
