import { useEffect, useState } from 'react';
import { Overtaken } from '../../worker/client.ts';
import type { Outline } from '../../worker/outline.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';

/** The journey of a file as it stands now; while it cannot be read, as it stood last. `isBehind`: not looked at yet. */
export const useOutline = (
  workbook: Workbook,
  path: string,
  text: string,
): { outline?: Outline; isStale: boolean; isBehind: boolean } => {
  const [seen, setSeen] = useState<{ path: string; text: string; outline?: Outline; isStale: boolean }>();
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const outline = await workbook.ask('outline', { files: workbook.files(), path });
      if (isOver) return;
      setSeen((before) => {
        const last = outline ?? (before?.path === path ? before.outline : undefined);
        return { path, text, isStale: outline === undefined, ...(last && { outline: last }) };
      });
    };
    look().catch((error: unknown) => {
      if (!(error instanceof Overtaken)) throw error;
    });
    return () => {
      isOver = true;
    };
  }, [workbook, path, text]);
  const isOwn = seen?.path === path;
  return {
    ...(isOwn && seen.outline && { outline: seen.outline }),
    isStale: isOwn ? seen.isStale : false,
    isBehind: !isOwn || seen.text !== text,
  };
};
