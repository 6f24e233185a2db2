import type { z } from 'zod';
import type { Step, StepName } from '../catalogue/definition.ts';
import type { Purpose } from '../catalogue/kind.ts';
import type { RunStep } from '../catalogue/step.ts';
import type { StepAnswer } from '../catalogue/task.ts';
import type { Block, CompileInner, Onward } from '../compile/block.ts';
import type { Box } from '../draw/pen.ts';
import type { Chosen } from '../read/journeys/chosen-by.ts';
import type { Flow } from '../read/journeys/flow-state.ts';
import type { Common } from '../read/journeys/scope.ts';
import type { Path } from '../read/yaml/source.ts';

/** What a step needs of its journey, and of the other kinds, to be read. */
export interface Reading {
  /** The steps written at a path. */
  steps(list: readonly WrittenStep[] | undefined, path: Path): Step[];
  /** What `listen:` names: a moment whose answer is awaited, or event types. */
  listening(names: string | string[], path: Path): Pick<Step<'listen'>, 'on' | 'answers'>;
  report(path: Path, message: string): void;
}

/** A step whose form is right. What it reads into has an empty id where none is written. */
export interface WrittenStep {
  read(path: Path, reading: Reading): Step;
}

/** The form of a list of steps of any kind. */
export type WrittenSteps = z.ZodType<WrittenStep[]>;

/** One of the ways that lead on from a step. */
export interface Branch {
  steps: Step[];
  /** What stands on its arrow. */
  label: string;
  /** The answer to the step's task after which it is taken. */
  answer?: StepAnswer;
  /** Event types whose fields `heard` holds there, where that is not what it held before. */
  heard?: readonly string[];
  /** The moment to which that is the answer. */
  answerTo?: string;
  /** Conditions: the way is taken where the first is true, and those of the branches before it are not. */
  when?: { is?: string; not: readonly string[] };
  /** Something was given, and it is true: copy in these steps may say so. */
  gives?: true;
  /** The steps are a turn of a loop and come back to the step itself. */
  loop?: Loop;
}

export interface Loop {
  /** Seconds from the beginning of a turn to that of the next. */
  every: number;
  atMost: number;
  /** The type of the event that ends it, also before its first turn; `heard` is that event then. */
  until?: string;
}

/** An expression of a step; `heard` is given where it asks about events of those types, not what was heard before. */
export interface StepExpression {
  source: string;
  heard?: readonly string[];
  /** It says what is given, and not who goes which way. */
  isValue?: true;
}

/** Where a step stands while a journey is checked, and what has been heard there. */
export interface CheckContext {
  path: Path;
  heard: Common;
  /** By which facts that customers did not share, or that are sensitive, whoever comes here was chosen. */
  chosen: Chosen;
  /** Something was given on every way here. */
  isGiven: boolean;
  flow: Flow;
}

/** All that the language knows of one kind of step. */
export interface StepKind<Kind extends StepName> {
  /** The form in which it is written, given that of the steps inside it; none where another kind's reads into it. */
  form: ((steps: WrittenSteps) => z.ZodType<WrittenStep>) | undefined;
  /** The key under which its id is written. */
  idKey: string;
  /** Keys under which lists of steps are written. */
  lists: readonly string[];
  /** What it is called where no id is written. */
  ownName(step: Step<Kind>): string;

  branches(step: Step<Kind>): Branch[];
  /** Whether a way leads past all branches. */
  goesOn(step: Step<Kind>): boolean;
  /** The step with each of its lists of steps changed. */
  mapBranches(step: Step<Kind>, change: (steps: Step[]) => Step[]): Step<Kind>;
  /** The step with its own durations changed. */
  pace(step: Step<Kind>, paced: (seconds: number) => number): Step<Kind>;
  /** How long it may last by itself; `patience` is how long the gate may hold a moment. */
  seconds(step: Step<Kind>, patience: (moment: string) => number): number;

  /** The step with what follows it in its list as a branch of its own, where it may go past that; else undefined. */
  holdRest(step: Step<Kind>, rest: Step[]): Step<Kind> | undefined;

  expressions(step: Step<Kind>): StepExpression[];
  /** Event types that it asks about. */
  awaits(step: Step<Kind>): readonly string[];
  /** The moment that it sends. */
  moment(step: Step<Kind>): string | undefined;
  /** Its outcome is journalled: a scenario can come to it. */
  decides: boolean;

  /** Reports what is wrong with the step itself; its branches are checked by the walker. */
  check(step: Step<Kind>, context: CheckContext): void;
  /** Its states; `inner` compiles steps that lead to the state named. */
  compile(step: Step<Kind>, onward: Onward, inner: CompileInner): Block;
  /** What run time does there; undefined where nobody can stand. */
  atRunTime(step: Step<Kind>, purposeOf: (moment: string) => Purpose): RunStep | undefined;
  draw(step: Step<Kind>): Box;
}
