import type { History } from './history.ts';

/** Somebody else saved the file while it was edited here, or removed it: then neither their text nor an etag is there. */
export interface Conflict {
  theirs: string | undefined;
  etag: string | undefined;
  by?: string;
  at?: string;
}

/** A file of the draft, as one edits it here. */
export interface Sheet {
  history: History;
  /** As the API has it; undefined of a file that is new. */
  saved: string | undefined;
  etag: string | undefined;
  /** Beside the published version, as it was when it was read. */
  change: 'added' | 'changed' | 'removed' | 'same';
  isSaving: boolean;
  /** Why it could not be saved. */
  failure?: string;
  conflict?: Conflict;
}

export const isUnsaved = ({ history, saved }: Sheet): boolean => history.text !== saved;
