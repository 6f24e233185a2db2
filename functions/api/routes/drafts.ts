import { readFiles } from '../../../language/read/read.ts';
import type { Problem } from '../../../language/read/yaml/problem.ts';
import type { WorkflowProblem } from '../contract/drafts.ts';
import type { ApiDeps } from '../deps.ts';
import { filesToTry } from '../drafts/project.ts';
import type { Asking, Handlers } from '../handlers.ts';
import type { JobOrder } from '../ports.ts';
import { notFound, Refused } from '../problem.ts';
import { DraftConflict, type DraftEntry } from '../publish/drafts.ts';

type Names =
  | 'listDraftFiles'
  | 'readDraftFile'
  | 'writeDraftFile'
  | 'deleteDraftFile'
  | 'checkDraft'
  | 'runScenarios'
  | 'playDraft'
  | 'backtestDraft'
  | 'publishDraft';

const byOf = ({ by, at }: Pick<DraftEntry, 'by' | 'at'>) => ({
  ...(by === undefined ? {} : { changedBy: by }),
  ...(at === undefined ? {} : { changedAt: at }),
});

const problemOf = ({ file, line, column, message, isWarning }: Problem): WorkflowProblem => ({
  file,
  line,
  column,
  message,
  isWarning: isWarning === true,
});

interface Conditions {
  'if-match'?: string | undefined;
  'if-none-match'?: '*' | undefined;
}

const bare = (etag: string): string =>
  etag
    .trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1');

/** The etag that a file has to have still; undefined: it must not be there. Throws Refused. */
const etagOf = ({ 'if-match': match, 'if-none-match': none }: Conditions): string | undefined => {
  if (match !== undefined) return bare(match);
  if (none !== undefined) return undefined;
  throw new Refused(
    428,
    'Say which text you have read: its ETag in If-Match, or If-None-Match: * for a file that is not there yet.',
  );
};

/** A conflict by its sentence, with who was first. */
const asRefused = (error: unknown): unknown => {
  if (!(error instanceof DraftConflict)) return error;
  const { current } = error;
  return new Refused(412, error.message, current ? { ...byOf(current), etag: current.etag } : {});
};

/** In characters: what Lambda answers is at most 6 MB, of which JSON and other letters than ours take their part. */
const FITS = 1_500_000;

const tag = (etag: string): string => `"${etag}"`;

export const draftHandlers = (deps: ApiDeps): Pick<Handlers, Names> => {
  const { drafts, publications, publishing, jobs } = deps;

  const start = async (kind: JobOrder['kind'], body: unknown, { caller }: Asking) => ({
    job: await jobs.start({ kind, asked: body, by: caller.user }),
  });

  return {
    listDraftFiles: async ({ query: { texts } }) => {
      const [entries, current] = await Promise.all([drafts.list(), publications.current()]);
      const fit = texts === 'yes' && entries.reduce((sum, { text }) => sum + text.length, 0) <= FITS;
      return {
        published: current?.version.version ?? 0,
        items: entries.map((entry) => ({
          path: entry.path,
          etag: entry.etag,
          change: entry.state,
          isOvertaken: entry.overtaken === true,
          ...(fit && entry.state !== 'removed' && { text: entry.text }),
          ...byOf(entry),
        })),
      };
    },

    readDraftFile: async ({ params: { path } }, { header }) => {
      const file = await drafts.read(path);
      if (!file || file.state === 'removed') {
        throw notFound('file', path, 'GET /api/drafts/files lists those of the draft.');
      }
      header('etag', tag(file.etag));
      return { path, text: file.text, etag: file.etag, ...byOf(file) };
    },

    writeDraftFile: async ({ params: { path }, headers, body: { text } }, { caller, header, did }) => {
      const etag = etagOf(headers);
      try {
        const file = await drafts.write(path, text, { etag, by: caller.user.name });
        header('etag', tag(file.etag));
        did({ before: etag ?? null, after: file.etag });
        return { path, etag: file.etag, ...byOf(file) };
      } catch (error) {
        throw asRefused(error);
      }
    },

    deleteDraftFile: async ({ params: { path }, headers }, { caller, did }) => {
      const etag = etagOf(headers);
      if (etag === undefined) throw new Refused(428, 'Say which text you have read: its ETag in If-Match.');
      try {
        await drafts.remove(path, { etag, by: caller.user.name });
        did({ before: etag, after: null });
        return { path };
      } catch (error) {
        throw asRefused(error);
      }
    },

    checkDraft: async ({ body: { files } }) => {
      const { problems, warnings } = readFiles(await filesToTry(deps, files));
      return { isSound: problems.length === 0, problems: [...problems, ...warnings].map(problemOf) };
    },

    runScenarios: ({ body }, asking) => start('scenarios', body, asking),
    playDraft: ({ body }, asking) => start('play', body, asking),
    backtestDraft: ({ body }, asking) => start('backtest', body, asking),

    publishDraft: async ({ body: { note, base } }, { caller, did }) => {
      const current = await publications.current();
      const over = base ?? current?.version.version;
      did({ given: { over: over ?? null } });
      return publishing.start({ what: 'draft', by: caller.user.name, note, via: 'console', over });
    },
  };
};
