import { Option } from 'commander';
import { UsageError } from './usage-error.ts';

export interface DirFlag {
  dir: string;
}

export const dirOption = (): Option =>
  new Option('--dir <folder>', 'where journeys, moments, events and policy are').default('workflows');

/** Who is asked: a deployed stage where one is named, else the data of the local world. */
export interface SourceFlags {
  stage?: string;
  data: string;
}

export const sourceOptions = (): [Option, Option] => [
  new Option('--stage <name>', 'ask this deployed stage; without it the local world is asked').conflicts('data'),
  dataOption(),
];

export const dataOption = (): Option =>
  new Option('--data <folder>', "where the local world's data lives").default('.tactful');

export interface StageFlag {
  stage?: string;
}

/** For commands that the local world has no use for. */
export const stageOption = (): Option => new Option('--stage <name>', 'the deployed stage to ask, such as dev');

/** The stage that a command must be given. Throws UsageError. */
export const stageOf = ({ stage }: StageFlag, command: string): string => {
  if (stage !== undefined) return stage;
  throw new UsageError(`${command} asks a deployed stage, not the local world: say which one, such as --stage dev.`);
};
