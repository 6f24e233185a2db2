import { MINUTE, SECOND } from '../../language/catalogue/milliseconds.ts';
import type { LocalWorld } from './local-world.ts';

export interface HeartbeatDeps {
  local: Pick<LocalWorld, 'tick'>;
  /** Calls back once, so many milliseconds later; answers how to call it off. */
  after: (milliseconds: number, run: () => void) => () => void;
  report: (error: unknown) => void;
}

/**
 * Lets happen what is due, every second: a machine that slept, a clock that was set and a wait of many months need no
 * care of their own. After a failure it waits a minute. Answers how to stop it.
 */
export const startHeartbeat = ({ local, after, report }: HeartbeatDeps): (() => void) => {
  let stopped = false;
  let cancel = (): void => {};
  const again = (milliseconds: number): void => {
    if (!stopped) cancel = after(milliseconds, beat);
  };
  const beat = (): void => {
    local.tick().then(
      () => again(SECOND),
      (error) => {
        report(error);
        again(MINUTE);
      },
    );
  };
  beat();
  return () => {
    stopped = true;
    cancel();
  };
};
