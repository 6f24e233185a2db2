import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Client } from '../../../functions/api/contract/client.ts';
import { type AskWorker, createWorkerClient, type Port } from '../client.ts';
import { createWorkbook, type Workbook, type WorkbookState } from './workbook.ts';

const startWorker = (): AskWorker =>
  createWorkerClient(new Worker(new URL('../main.ts', import.meta.url), { type: 'module' }) as unknown as Port);

/** One workbook, and one worker, for all pages of a client: what is unsaved on one is there on the next. */
const workbooks = new WeakMap<Client, Workbook>();

const workbookOf = (client: Client, queries: QueryClient): Workbook => {
  const cached = workbooks.get(client);
  if (cached) return cached;
  const workbook = createWorkbook({
    client,
    ask: startWorker(),
    shelf: localStorage,
    now: () => Date.now(),
    saved: () => void queries.invalidateQueries({ queryKey: ['diffVersion'] }),
  });
  workbooks.set(client, workbook);
  void workbook.load();
  return workbook;
};

/** The draft as one edits it, and its state, followed. */
export const useWorkbook = (client: Client): [Workbook, WorkbookState] => {
  const workbook = workbookOf(client, useQueryClient());
  const state = useSyncExternalStore(workbook.subscribe, workbook.state);
  const isUnsaved = Object.values(state.sheets).some(({ history, saved }) => history.text !== saved);
  useEffect(() => {
    // What was read stays where nothing comes; whoever saves hears why.
    const look = () => void workbook.refresh().catch(() => undefined);
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [workbook]);
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [isUnsaved]);
  return [workbook, state];
};
