import type { Command } from 'commander';
import type { Output } from './output.ts';

/** An action of commander, from one whose number is the status that the program ends with. */
export type RunAction = <Words extends unknown[]>(
  act: (...words: Words) => Promise<number>,
) => (...words: Words) => Promise<void>;

/** A command of the program: its name, arguments, options, help and action. */
export type DeclareCommand = (program: { output: Output; run: RunAction }) => Command;
