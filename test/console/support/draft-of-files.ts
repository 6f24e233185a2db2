import { globSync, readFileSync } from 'node:fs';
import { type Fakes, Refusal } from './fake-api.ts';

export interface DraftOfFiles extends Fakes {
  texts: Record<string, string>;
  /** Somebody else saves a file. */
  saveAs: (path: string, text: string) => void;
}

/** The routes of a draft, over the shipped files: saved by compare-and-set. */
export const draftOfFiles = (): DraftOfFiles => {
  const texts: Record<string, string> = Object.fromEntries(
    globSync('**/*.{yaml,md}', { cwd: 'workflows' }).map((path) => [path, readFileSync(`workflows/${path}`, 'utf8')]),
  );
  const numbers: Record<string, number> = {};
  const etagOf = (path: string) => `${path}-${numbers[path] ?? 1}`;
  const saveAs = (path: string, text: string): void => {
    texts[path] = text;
    numbers[path] = (numbers[path] ?? 1) + 1;
  };
  return {
    texts,
    saveAs,
    listDraftFiles: ({ query }) => ({
      published: 7,
      items: Object.entries(texts).map(([path, text]) => ({
        path,
        etag: etagOf(path),
        isOvertaken: false,
        change: 'same' as const,
        ...(query.texts && { text }),
      })),
    }),
    readDraftFile: ({ params: { path } }) => ({ path, text: texts[path] ?? '', etag: etagOf(path) }),
    writeDraftFile: ({ params: { path }, headers, body: { text } }) => {
      const isFree = texts[path] === undefined || headers['if-match'] === etagOf(path);
      if (!isFree) throw new Refusal(412, 'Somebody was faster', 'The file has changed since you read it.');
      saveAs(path, text);
      return { path, etag: etagOf(path) };
    },
  };
};
