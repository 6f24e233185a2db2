import { Command } from 'commander';
import { readTexts } from '../../language/read/folder.ts';
import { loadProject } from '../../simulator/project.ts';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import type { Output } from '../output.ts';
import { askPublisher } from '../publish/ask-publisher.ts';
import { baseOf } from '../publish/published-file.ts';

interface PushFlags extends StageFlag {
  force?: boolean;
}

const push = async (dir: string, { force = false, ...flags }: PushFlags, { out, err }: Output): Promise<number> => {
  const stage = stageOf(flags, 'push');
  // What check refuses nobody could publish.
  await loadProject(dir);
  const base = baseOf(dir, stage);
  const files = readTexts(dir);
  const pushed = await askPublisher(stage, {
    command: 'push',
    files,
    ...(base !== undefined && { base }),
    ...(force && { force }),
  });
  for (const path of pushed.written) out(`draft  ${path}`);
  for (const path of pushed.removed) out(`gone   ${path}`);
  if (pushed.written.length + pushed.removed.length === 0) err(`The draft of ${stage} is as ${dir} already.`);
  else err(`Publish it in the console, or with tactful publish --stage ${stage} --note "…".`);
  return 0;
};

export const pushCommand: DeclareCommand = ({ output, run }) =>
  new Command('push')
    .description('make the folder the draft of a deployed stage; nobody runs it before it is published')
    .argument('[dir]', 'the folder', 'workflows')
    .addOption(stageOption())
    .option('--force', 'also over what others have drafted or published since the folder was pulled')
    .action(run((dir: string, flags: PushFlags) => push(dir, flags, output)));
