import { useEffect, useState } from 'react';
import { Overtaken } from '../../worker/client.ts';
import type { PlayableScenario } from '../../worker/engine.ts';
import { messageOf } from '../../worker/message-of.ts';
import type { Played, PlayRequest } from '../../worker/play.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';

export interface PlayState {
  played?: Played;
  /** Files that are left out of it, since something is wrong in them. */
  leftOut: string[];
  refused?: string;
  /** Milliseconds from the question to the answer. */
  took?: number;
  isPlaying: boolean;
}

const quiet = (error: unknown): void => {
  if (!(error instanceof Overtaken)) throw error;
};

/** What would happen by the files as they stand: played again whenever they, or what is asked, change. */
export const usePlay = (workbook: Workbook, request: PlayRequest | undefined, version: string): PlayState => {
  const [state, setState] = useState<PlayState>({ leftOut: [], isPlaying: false });
  const key = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what is asked; `version` the files.
  useEffect(() => {
    if (!request) return undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      const begin = performance.now();
      setState((before) => ({ ...before, isPlaying: true }));
      workbook
        .ask('play', { files: workbook.files(), request })
        .then((answer) => {
          if (isOver) return;
          const took = performance.now() - begin;
          if ('refused' in answer) setState({ refused: answer.refused, leftOut: [], isPlaying: false, took });
          else setState({ played: answer, leftOut: answer.leftOut.map(({ name }) => name), isPlaying: false, took });
        })
        .catch((error: unknown) => {
          // Such as a program that could not be loaded: whoever waits for the play is told.
          if (!isOver && !(error instanceof Overtaken))
            setState({
              refused: messageOf(error),
              leftOut: [],
              isPlaying: false,
            });
        });
    }, 200);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [workbook, key, version]);
  return state;
};

/** The scenarios of the draft. */
export const useScenarios = (workbook: Workbook, version: string): PlayableScenario[] => {
  const [scenarios, setScenarios] = useState<PlayableScenario[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scenarios change with their files.
  useEffect(() => {
    workbook.ask('playable', { files: workbook.files() }).then(setScenarios, quiet);
  }, [workbook, version]);
  return scenarios;
};
