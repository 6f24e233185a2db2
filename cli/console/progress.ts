import { SingleBar } from 'cli-progress';

/** How far the quarter is. */
export interface Progress {
  at(lines: number): void;
  end(): void;
}

export interface ProgressDeps {
  total: number;
  from: number;
  /** A terminal draws a bar; without one a line is written now and then. */
  terminal?: NodeJS.WriteStream;
  line: (text: string) => void;
  now: () => number;
}

const bar = ({ total, from, terminal }: ProgressDeps & { terminal: NodeJS.WriteStream }): Progress => {
  const singleBar = new SingleBar({
    format: 'A quarter of events {bar} {percentage}% | {value} of {total}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stream: terminal,
  });
  singleBar.start(total, from);
  return { at: (lines) => singleBar.update(lines), end: () => singleBar.stop() };
};

const lines = ({ total, from, line, now }: ProgressDeps): Progress => {
  let last = now();
  line(`Playing a quarter of events: ${total - from} to go.`);
  return {
    at: (done) => {
      if (now() - last < 1000) return;
      last = now();
      line(`${done} of ${total} events`);
    },
    end: () => {},
  };
};

export const createProgress = (deps: ProgressDeps): Progress => {
  const { terminal } = deps;
  return terminal ? bar({ ...deps, terminal }) : lines(deps);
};
