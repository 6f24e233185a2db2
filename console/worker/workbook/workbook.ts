import type { Client } from '../../../functions/api/contract/client.ts';
import { applyChange } from '../../../language/edit/change.ts';
import type { Change, Operation } from '../../../language/edit/operation.ts';
import type { Finding } from '../check.ts';
import { type AskWorker, Overtaken } from '../client.ts';
import type { Files } from '../files.ts';
import { messageOf } from '../message-of.ts';
import { createConflicts, type DraftItem, GONE } from './conflicts.ts';
import { begin, change, type History, redo, type, undo } from './history.ts';
import { inTurn } from './in-turn.ts';
import { isUnsaved, type Sheet } from './sheet.ts';
import { type KeptFile, putUp, type Shelf, takeAway, takeDown } from './shelf.ts';

export interface WorkbookState {
  status: 'loading' | 'ready' | 'failed';
  /** How many files were read, of how many. */
  read: { done: number; total: number };
  failure?: Error;
  sheets: Readonly<Record<string, Sheet>>;
  /** The version that is published. */
  published: number;
  findings: readonly Finding[];
  isChecking: boolean;
}

export interface WorkbookDeps {
  client: Client;
  ask: AskWorker;
  shelf: Shelf;
  now: () => number;
  /** The draft that is saved is another now. */
  saved?: () => void;
  /** Milliseconds without typing after which it is checked. */
  pause?: number;
}

/** All files of the draft as they are edited here: checked while one types, saved by compare-and-set, nothing lost. */
export const createWorkbook = ({ client, ask, shelf, now, saved = () => {}, pause = 250 }: WorkbookDeps) => {
  let state: WorkbookState = {
    status: 'loading',
    read: { done: 0, total: 0 },
    sheets: {},
    published: 0,
    findings: [],
    isChecking: false,
  };
  const { write, meet } = createConflicts(client);
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const set = (next: Partial<WorkbookState>): void => {
    state = { ...state, ...next };
    for (const listen of listeners) listen();
  };

  const files = (): Files =>
    Object.fromEntries(Object.entries(state.sheets).map(([path, { history }]) => [path, history.text]));

  const keep = (path: string): void => {
    const sheet = state.sheets[path];
    if (sheet && isUnsaved(sheet))
      putUp(shelf, path, { text: sheet.history.text, saved: sheet.saved, etag: sheet.etag });
    else takeAway(shelf, path);
  };

  const check = async (): Promise<void> => {
    set({ isChecking: true });
    try {
      const findings = await ask('check', { files: files() });
      set({ findings, isChecking: false });
    } catch (error) {
      if (error instanceof Overtaken) return;
      set({ isChecking: false, failure: error instanceof Error ? error : new Error(String(error)) });
    }
  };

  const checkSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), pause);
  };

  const update = (path: string, next: Partial<Sheet>): void => {
    const sheet = state.sheets[path];
    if (sheet) set({ sheets: { ...state.sheets, [path]: { ...sheet, ...next } } });
  };

  const rewrite = (path: string, step: (history: History) => History): void => {
    const sheet = state.sheets[path];
    if (!sheet) return;
    update(path, { history: step(sheet.history) });
    keep(path);
    checkSoon();
  };

  const readOne = async ({ path, change: changed, ...item }: DraftItem, unsaved: KeptFile | undefined) => {
    const { text, etag } =
      item.text === undefined
        ? await client('readDraftFile', { params: { path } })
        : { text: item.text, etag: item.etag };
    const read: Sheet = { history: begin(text), saved: text, etag, change: changed, isSaving: false };
    const mine = unsaved && unsaved.text !== text ? { ...read, history: change(read.history, unsaved.text) } : read;
    const isAsThen = unsaved?.etag === etag || unsaved?.saved === text;
    // Until one has chosen, mine stays written over what was read then.
    const sheet =
      mine === read || isAsThen
        ? mine
        : { ...mine, saved: unsaved?.saved, etag: unsaved?.etag, conflict: { theirs: text, etag } };
    set({
      sheets: { ...state.sheets, [path]: sheet },
      read: { ...state.read, done: state.read.done + 1 },
    });
  };

  const load = async (): Promise<void> => {
    set({ status: 'loading', read: { done: 0, total: 0 } });
    try {
      // One request for all: so many as there are files would be turned away as too many.
      const { items, published } = await client('listDraftFiles', { query: { texts: 'yes' } });
      const unsaved = takeDown(shelf);
      const there = items.filter((item) => item.change !== 'removed');
      set({ read: { done: 0, total: there.length }, published });
      await inTurn(there, (item) => readOne(item, unsaved[item.path]));
      for (const [path, file] of Object.entries(unsaved)) {
        if (!state.sheets[path]) restore(path, file);
        keep(path);
      }
      set({ status: 'ready', isChecking: true });
      await check();
    } catch (error) {
      set({ status: 'failed', failure: error instanceof Error ? error : new Error(String(error)) });
    }
  };

  /** What is not in the draft: it is new, or somebody removed it. */
  const restore = (path: string, { text, saved, etag }: KeptFile): void => {
    const sheet: Sheet = { history: begin(text), saved, etag, change: 'added', isSaving: false };
    set({ sheets: { ...state.sheets, [path]: etag === undefined ? sheet : { ...sheet, conflict: GONE } } });
  };

  const create = (path: string, text: string): void => {
    restore(path, { text });
    keep(path);
    checkSoon();
  };

  /** Whether it is saved now. */
  const save = async (path: string): Promise<boolean> => {
    const sheet = state.sheets[path];
    if (!sheet || !isUnsaved(sheet) || sheet.isSaving) return sheet !== undefined && !isUnsaved(sheet);
    const { text } = sheet.history;
    const { failure: _, conflict: __, ...calm } = sheet;
    set({ sheets: { ...state.sheets, [path]: { ...calm, isSaving: true } } });
    try {
      const result = await write(path, text, sheet);
      if ('conflict' in result) {
        update(path, { isSaving: false, conflict: result.conflict });
        return false;
      }
      const changed = sheet.change === 'added' ? 'added' : 'changed';
      update(path, { saved: text, etag: result.etag, isSaving: false, change: changed });
      keep(path);
      saved();
      return true;
    } catch (error) {
      update(path, { isSaving: false, failure: messageOf(error) });
      return false;
    }
  };

  /** After somebody else was first: `mine` stays and may be saved over theirs, or anew; or `theirs` is taken, be it that the file is gone. */
  const settle = (path: string, choice: 'mine' | 'theirs'): void => {
    const sheet = state.sheets[path];
    if (!sheet?.conflict) return;
    const { conflict, ...rest } = sheet;
    const { [path]: _, ...others } = state.sheets;
    const history = choice === 'theirs' ? change(sheet.history, conflict.theirs ?? '') : sheet.history;
    const settled = { ...rest, history, saved: conflict.theirs, etag: conflict.etag };
    const isGone = choice === 'theirs' && conflict.theirs === undefined;
    set({ sheets: isGone ? others : { ...state.sheets, [path]: settled } });
    keep(path);
    checkSoon();
  };

  /** As it is saved. */
  const revert = (path: string): void => {
    const { conflict, saved: text } = state.sheets[path] ?? {};
    if (conflict) settle(path, 'theirs');
    else if (text !== undefined) rewrite(path, (history) => change(history, text));
  };

  /** As it is published, or gone where it is new; where somebody else was first, as they left it. */
  const discard = async (path: string): Promise<void> => {
    const sheet = state.sheets[path];
    if (!sheet || sheet.isSaving) return;
    if (sheet.conflict || sheet.change === 'same') {
      revert(path);
      return;
    }
    if (sheet.change === 'added') {
      if (sheet.etag !== undefined)
        await client('deleteDraftFile', { params: { path }, headers: { 'if-match': sheet.etag } });
      const { [path]: _, ...others } = state.sheets;
      set({ sheets: others });
      keep(path);
      checkSoon();
      saved();
      return;
    }
    const params = { version: state.published };
    const { files: differing } = await client('diffVersion', { params, query: { to: 'draft' } });
    const published = differing.find((file) => file.path === path)?.before;
    rewrite(path, (history) => change(history, published ?? sheet.saved ?? history.text));
    await save(path);
  };

  /** What others saved, removed or published meanwhile. */
  const refresh = async (): Promise<void> => {
    if (state.status !== 'ready') return;
    const before = state.sheets;
    const isThere = (item: DraftItem): boolean => item.change !== 'removed';
    let list = await client('listDraftFiles', { query: {} });
    // Texts only where some are others: they are much, and this is asked often.
    if (list.items.some((item) => isThere(item) && before[item.path]?.etag !== item.etag))
      list = await client('listDraftFiles', { query: { texts: 'yes' } });
    const there = new Map(list.items.filter(isThere).map((item) => [item.path, item]));
    const nextSheets = new Map<string, Sheet | undefined>();
    await inTurn([...new Set([...there.keys(), ...Object.keys(before)])], async (path) => {
      nextSheets.set(path, await meet(path, before[path], there.get(path)));
    });
    // What was typed or saved here since is newer than the answer.
    const news = [...nextSheets].filter(
      ([path, next]) => next !== before[path] && state.sheets[path] === before[path] && !before[path]?.isSaving,
    );
    const sheets = { ...state.sheets };
    for (const [path, next] of news) {
      if (next) sheets[path] = next;
      else delete sheets[path];
    }
    set({ published: list.published, sheets });
    for (const [path] of news) keep(path);
    if (news.some(([path, next]) => next?.saved !== before[path]?.saved)) {
      checkSoon();
      saved();
    }
  };

  return {
    state: (): WorkbookState => state,
    subscribe: (listen: () => void) => {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    files,
    ask,
    load,
    refresh,
    create,
    type: (path: string, text: string) => rewrite(path, (history) => type(history, text, now())),
    write: (path: string, text: string) => rewrite(path, (history) => change(history, text)),
    mend: (path: string, fix: Change) => rewrite(path, (history) => change(history, applyChange(history.text, fix))),
    undo: (path: string) => rewrite(path, undo),
    redo: (path: string) => rewrite(path, redo),
    /** Why the operation cannot be made; undefined when it is. */
    operate: async (path: string, operation: Operation): Promise<string | undefined> => {
      const answer = await ask('edit', { files: files(), path, operation });
      if ('refused' in answer) return answer.refused;
      rewrite(path, (history) => change(history, answer.text));
      return undefined;
    },
    revert,
    discard,
    save,
    settle,
    saveAll: async (): Promise<boolean> => {
      const unsaved = Object.entries(state.sheets).filter(([, sheet]) => isUnsaved(sheet));
      const done: boolean[] = [];
      for (const [path] of unsaved) done.push(await save(path));
      return done.every(Boolean);
    },
  };
};

export type Workbook = ReturnType<typeof createWorkbook>;
