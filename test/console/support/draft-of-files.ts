import { globSync, readFileSync } from 'node:fs';
import { type Fakes, Refusal } from './fake-api.ts';

/** The routes of a draft, over the shipped files: saved by compare-and-set. */
export const draftOfFiles = (): Fakes & { texts: Record<string, string> } => {
  const texts: Record<string, string> = Object.fromEntries(
    globSync('**/*.{yaml,md}', { cwd: 'workflows' }).map((path) => [path, readFileSync(`workflows/${path}`, 'utf8')]),
  );
  const numbers: Record<string, number> = {};
  const etagOf = (path: string) => `${path}-${numbers[path] ?? 1}`;
  return {
    texts,
    listDraftFiles: () => ({
      published: 7,
      items: Object.keys(texts).map((path) => ({
        path,
        etag: etagOf(path),
        isOvertaken: false,
        change: 'same' as const,
      })),
    }),
    readDraftFile: ({ params: { path } }) => ({ path, text: texts[path] ?? '', etag: etagOf(path) }),
    writeDraftFile: ({ params: { path }, headers, body: { text } }) => {
      const isFree = texts[path] === undefined || headers['if-match'] === etagOf(path);
      if (!isFree) throw new Refusal(412, 'Somebody was faster', 'The file has changed since you read it.');
      texts[path] = text;
      numbers[path] = (numbers[path] ?? 1) + 1;
      return { path, etag: etagOf(path) };
    },
  };
};
