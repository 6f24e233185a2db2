import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { checkPath } from '../../functions/api/publish/drafts.ts';
import { readTexts } from '../../language/read/folder.ts';
import type { File } from '../../language/read/yaml/source.ts';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import type { Output } from '../output.ts';
import { askPublisher } from '../publish/ask-publisher.ts';
import { writeBase } from '../publish/published-file.ts';

/** Makes a folder what these files are; answers a line for each that changes. Files that nothing reads stay. */
const take = (dir: string, files: readonly File[]): string[] => {
  const before = new Map(existsSync(dir) ? readTexts(dir).map(({ path, text }) => [path, text]) : []);
  const said: string[] = [];
  for (const { path, text } of files) {
    checkPath(path);
    const old = before.get(path);
    before.delete(path);
    if (old === text) continue;
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
    said.push(`${old === undefined ? 'new' : 'changed'}  ${path}`);
  }
  for (const path of before.keys()) {
    rmSync(join(dir, path));
    said.push(`gone  ${path}`);
  }
  return said;
};

const pull = async (dir: string, flags: StageFlag, { out, err }: Output): Promise<number> => {
  const stage = stageOf(flags, 'pull');
  const { version, files } = await askPublisher(stage, { command: 'pull' });
  for (const line of take(dir, files)) out(line);
  writeBase(dir, stage, version.version);
  err(
    `${dir} is version ${version.version} of ${stage}, published by ${version.by} at ${version.at}. Look at the difference, and commit it with .published.json.`,
  );
  return 0;
};

export const pullCommand: DeclareCommand = ({ output, run }) =>
  new Command('pull')
    .description('write the version that a deployed stage runs into the folder; files of the folder are written over')
    .argument('[dir]', 'the folder', 'workflows')
    .addOption(stageOption())
    .action(run((dir: string, flags: StageFlag) => pull(dir, flags, output)));
