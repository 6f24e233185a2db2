import { MINUTE, SECOND } from '../../language/catalogue/milliseconds.ts';
import type { Studio } from './studio.ts';

export interface HeartbeatDeps {
  studio: Pick<Studio, 'tick'>;
  /** Calls back once, so many milliseconds later; answers how to call it off. */
  after: (milliseconds: number, run: () => void) => () => void;
  report: (error: unknown) => void;
}

/**
 * Lets happen what is due, every second: a machine that slept, a clock that was set and a wait of many months need no
 * care of their own. After a failure it waits a minute. Answers how to stop it.
 */
export const startHeartbeat = ({ studio, after, report }: HeartbeatDeps): (() => void) => {
  let stopped = false;
  let cancel = (): void => {};
  const again = (milliseconds: number): void => {
    if (!stopped) cancel = after(milliseconds, beat);
  };
  const beat = (): void => {
    studio.tick().then(
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
