import { Command } from 'commander';
import type { Version } from '../../functions/api/publish/version.ts';
import type { DeclareCommand } from '../command.ts';
import { type StageFlag, stageOf, stageOption } from '../options.ts';
import type { Output } from '../output.ts';
import { askPublisher } from '../publish/ask-publisher.ts';

const VIA: Record<Version['via'], string> = { deploy: 'a deploy', console: 'the console', command: 'tactful' };

const line = ({ version, at, by, via, note, restores }: Version): string => {
  const back = restores === undefined ? '' : `, the files of ${restores}`;
  return `${String(version).padStart(4)}  ${at.slice(0, 16).replace('T', ' ')}  ${by} by ${VIA[via]}${back}${note === '' ? '' : `: ${note}`}`;
};

const list = async (flags: StageFlag & { json?: boolean }, { out, err }: Output): Promise<number> => {
  const stage = stageOf(flags, 'versions');
  const { items, next } = await askPublisher(stage, { command: 'versions', count: 50 });
  if (flags.json) out(JSON.stringify(items));
  else for (const version of items) out(line(version));
  if (items.length === 0) err(`Nothing is published on ${stage} yet: cdk deploy publishes what is in the repository.`);
  if (next !== undefined) err('Older ones are not shown.');
  return 0;
};

export const versionsCommand: DeclareCommand = ({ output, run }) =>
  new Command('versions')
    .description('the versions of workflows that a deployed stage has run, the newest first: who, when, why')
    .addOption(stageOption())
    .option('--json', 'one JSON document')
    .action(run((flags: StageFlag & { json?: boolean }) => list(flags, output)));
