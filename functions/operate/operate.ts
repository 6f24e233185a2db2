import { operateBroadcasts } from './broadcasts.ts';
import { type OperatorAnswer, OperatorCommand } from './command.ts';
import type { OperateDeps } from './deps.ts';
import { erase, erasing } from './erase.ts';
import { explainWhy } from './explain.ts';
import { operateJourney } from './journeys.ts';
import { rotateKeys } from './keys.ts';
import { tellPromises } from './promises.ts';
import { read } from './read.ts';

const bringBack = async ({ redrive, count = () => {} }: OperateDeps): Promise<OperatorAnswer> => {
  const { taken, moved, givenUp } = await redrive.bringBack();
  count('BroughtBack', taken + moved);
  count('DeadForGood', givenUp);
  return { ok: true, lines: [], items: [{ taken, moved, givenUp }] };
};

/** Does what an operator asks, without a deploy. Asked twice, it changes nothing more: keys are not rotated again so soon. */
export const createOperate =
  (deps: OperateDeps) =>
  async (payload: unknown): Promise<OperatorAnswer> => {
    const command = OperatorCommand.parse(payload);
    switch (command.command) {
      case 'pause':
      case 'resume':
      case 'paused':
        return operateJourney(deps, command);
      case 'read':
        return read(deps, command);
      case 'erase':
        return erase(deps, command);
      case 'erasing':
        return erasing(deps, command);
      case 'why':
        return explainWhy(deps, command);
      case 'promises':
        return tellPromises(deps, command);
      case 'rotate-keys':
        return rotateKeys(deps, command);
      case 'broadcasts':
      case 'stop-broadcast':
      case 'resume-broadcast':
      case 'answer-crowd':
        return operateBroadcasts(deps, command);
      case 'bring-back':
        return bringBack(deps);
      case 'look':
        return { ok: true, lines: [], items: [{ ...(await deps.redrive.look(command.place)), now: deps.now() }] };
      case 'redrive':
        return { ok: true, lines: [], items: [await deps.redrive.pass(command.place, command)] };
    }
  };
