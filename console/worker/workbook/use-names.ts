import { useEffect, useState } from 'react';
import { Overtaken } from '../client.ts';
import type { Names } from '../engine.ts';
import type { Workbook } from './workbook.ts';

const NONE: Names = { moments: [], events: [], attributes: [], topics: [] };

/** What forms offer to choose from: what was declared when the page was opened, or saved since. */
export const useNames = (workbook: Workbook, isReady: boolean, version: string): Names => {
  const [names, setNames] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names change with the files that declare them.
  useEffect(() => {
    if (!isReady) return;
    workbook.ask('names', { files: workbook.files() }).then(setNames, (error: unknown) => {
      if (!(error instanceof Overtaken)) throw error;
    });
  }, [workbook, isReady, version]);
  return names;
};
