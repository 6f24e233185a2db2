/** The texts of a file, and the way back and forth between them. */
export interface History {
  text: string;
  past: readonly string[];
  future: readonly string[];
  /** When the last change by typing came, in milliseconds: what follows soon is the same change. */
  typedAt?: number;
}

const SOON = 800;
const MOST = 200;

export const begin = (text: string): History => ({ text, past: [], future: [] });

export const change = ({ text, past }: History, to: string): History =>
  text === to ? { text, past, future: [] } : { text: to, past: [...past, text].slice(-MOST), future: [] };

/** What is typed in one go is taken back in one go. */
export const type = (history: History, to: string, now: number): History => {
  const isSame = history.typedAt !== undefined && now - history.typedAt < SOON;
  const next = isSame ? { ...history, text: to, future: [] } : change(history, to);
  return { ...next, typedAt: now };
};

export const undo = ({ text, past, future }: History): History => {
  const before = past.at(-1);
  return before === undefined
    ? { text, past, future }
    : { text: before, past: past.slice(0, -1), future: [text, ...future] };
};

export const redo = ({ text, past, future }: History): History => {
  const [after, ...rest] = future;
  return after === undefined ? { text, past, future } : { text: after, past: [...past, text], future: rest };
};
