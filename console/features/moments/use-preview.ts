import { useEffect, useState } from 'react';
import { useClient } from '../../shared/api/client-context.ts';
import { Overtaken } from '../../worker/client.ts';
import { messageOf } from '../../worker/message-of.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';
import type { Rendering } from './rendering-view.tsx';

export interface PreviewState {
  renderings: readonly Rendering[];
  problem?: string;
  /** Nothing came yet. */
  isReading?: boolean;
}

/** Files of the draft that are not as they were when it was read. */
const changedFiles = (workbook: Workbook): Record<string, string> =>
  Object.fromEntries(
    Object.entries(workbook.state().sheets)
      .filter(([, { history, saved }]) => history.text !== saved)
      .map(([path, { history }]) => [path, history.text]),
  );

/** A moment as it would go out by the draft: to somebody made up, at once; to a customer, by the API. */
export const usePreview = (
  workbook: Workbook,
  moment: string,
  customer: string | undefined,
  version: string,
  now: number,
): PreviewState => {
  const client = useClient();
  const [state, setState] = useState<PreviewState>({ renderings: [], isReading: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for the files.
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<PreviewState> => {
      if (customer === undefined) return workbook.ask('preview', { files: workbook.files(), moment, now });
      const files = changedFiles(workbook);
      const { renderings, problems } = await client('previewMoment', {
        params: { moment },
        body: { customer, files, draft: true },
      });
      const [first] = problems;
      return { renderings, ...(first && { problem: first.message }) };
    };
    const timer = setTimeout(() => {
      ask().then(
        (next) => !isOver && setState(next),
        (error: unknown) => {
          if (isOver || error instanceof Overtaken) return;
          setState({ renderings: [], problem: messageOf(error) });
        },
      );
    }, 100);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [workbook, client, moment, customer, version]);
  return state;
};
