import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkPath } from '../../functions/api/publish/drafts.ts';
import { readTexts } from '../../language/read/folder.ts';
import type { File } from '../../language/read/yaml/source.ts';

/** Makes a folder what these files are; answers a line for each that changes. Files that nothing reads stay. Throws DraftPathInvalid. */
export const take = (dir: string, files: readonly File[]): string[] => {
  for (const { path } of files) checkPath(path);
  const before = new Map(existsSync(dir) ? readTexts(dir).map(({ path, text }) => [path, text]) : []);
  const lines: string[] = [];
  for (const { path, text } of files) {
    const old = before.get(path);
    before.delete(path);
    if (old === text) continue;
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
    lines.push(`${old === undefined ? 'new' : 'changed'}  ${path}`);
  }
  for (const path of before.keys()) {
    rmSync(join(dir, path));
    lines.push(`gone  ${path}`);
  }
  return lines;
};
