import { Command } from 'commander';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import type { Output } from '../output.ts';
import { askPublisher } from '../publish/ask-publisher.ts';
import { writeBase } from '../publish/published-file.ts';
import { take } from '../publish/take.ts';

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
