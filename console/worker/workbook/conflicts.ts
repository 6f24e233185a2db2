import { ApiProblem, type Client } from '../../../functions/api/contract/client.ts';
import type { DraftFiles } from '../../../functions/api/contract/drafts.ts';
import { begin } from './history.ts';
import { type Conflict, isUnsaved, type Sheet } from './sheet.ts';

export type DraftItem = DraftFiles['items'][number];

/** Somebody removed the file. */
export const GONE: Conflict = { theirs: undefined, etag: undefined };

const isOvertaken = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && (error.problem.status === 412 || error.problem.status === 409);

/** Where what is written here meets what a colleague wrote: nothing is written over, and a conflict is told. */
export const createConflicts = (client: Client) => {
  const conflictIn = async (path: string, { problem }: ApiProblem): Promise<Conflict> => {
    const there = await client('readDraftFile', { params: { path } }).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.problem.status === 404) return undefined;
      throw error;
    });
    const by = problem.changedBy ?? there?.changedBy;
    const at = problem.changedAt ?? there?.changedAt;
    return { theirs: there?.text, etag: there?.etag, ...(by !== undefined && { by }), ...(at !== undefined && { at }) };
  };

  /** A conflict is another text, not another etag: that the same text is published gives it a new one. */
  const write = async (
    path: string,
    text: string,
    { saved, etag }: Pick<Sheet, 'saved' | 'etag'>,
  ): Promise<{ etag: string } | { conflict: Conflict }> => {
    const headers = etag === undefined ? { 'if-none-match': '*' as const } : { 'if-match': etag };
    try {
      return await client('writeDraftFile', { params: { path }, headers, body: { text } });
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      const conflict = await conflictIn(path, error);
      if (conflict.etag === undefined || conflict.etag === etag) return { conflict };
      if (conflict.theirs === text) return { etag: conflict.etag };
      return conflict.theirs === saved ? write(path, text, { saved, etag: conflict.etag }) : { conflict };
    }
  };

  /** A file as it is there now, beside what is written here: what is not saved stays, and one says whose text goes on. */
  const meet = async (path: string, sheet?: Sheet, item?: DraftItem): Promise<Sheet | undefined> => {
    if (!item) {
      if (!sheet || !isUnsaved(sheet)) return undefined;
      return sheet.etag === undefined ? sheet : { ...sheet, conflict: GONE };
    }
    const { change: changed, changedBy: by, changedAt: at, etag } = item;
    if (sheet?.etag === etag) return sheet.change === changed ? sheet : { ...sheet, change: changed };
    const text = item.text ?? (await client('readDraftFile', { params: { path } })).text;
    const there = { saved: text, etag, change: changed, isSaving: false };
    if (!sheet) return { history: begin(text), ...there };
    if (text === sheet.saved || text === sheet.history.text) return { history: sheet.history, ...there };
    if (!isUnsaved(sheet)) return { history: begin(text), ...there };
    const conflict = { theirs: text, etag, ...(by !== undefined && { by }), ...(at !== undefined && { at }) };
    return { ...sheet, change: changed, conflict };
  };

  return { write, meet };
};
