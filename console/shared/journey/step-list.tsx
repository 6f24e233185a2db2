import type { ReactNode } from 'react';
import classes from './canvas.module.css';
import type { LitWay } from './canvas.tsx';
import type { Drawing, DrawnStep } from './drawing.ts';
import { aboutStep, kindWords } from './kinds.ts';

export interface StepListProps {
  drawing: Drawing;
  label: string;
  selected?: string | undefined;
  select: (step: string) => void;
  facts?: ((step: string) => ReactNode) | undefined;
  problems?: ReadonlyMap<string, string>;
  lit?: LitWay | undefined;
}

/** Steps that no branch holds: the journey itself, and the last words of its exits. */
const topOf = ({ steps }: Drawing): DrawnStep[] => {
  const inner = new Set(steps.flatMap(({ branches }) => branches.flatMap((branch) => branch.steps)));
  return steps.filter(({ id }) => !inner.has(id));
};

/** The same as the canvas, as a list that is read from top to bottom: by keyboard, by ear, and where there is little room. */
export const StepList = ({ drawing, label, selected, select, facts, problems, lit }: StepListProps) => {
  const of = (ids: readonly string[]) => ids.flatMap((id) => drawing.steps.find((step) => step.id === id) ?? []);
  const list = (steps: readonly DrawnStep[]): ReactNode => (
    <ol className={classes.list}>
      {steps.map((step) => {
        const { name, icon: Icon } = kindWords(step.kind);
        const problem = problems?.get(step.id);
        return (
          <li key={step.id}>
            <button
              type="button"
              className={classes.row}
              aria-current={step.id === selected ? 'step' : undefined}
              data-problem={problem === undefined ? undefined : true}
              data-lit={lit?.now === step.id ? 'now' : lit?.steps.has(step.id) ? 'passed' : undefined}
              onClick={() => select(step.id)}
            >
              <Icon size={16} stroke={1.8} aria-hidden />
              <span className={classes.kind}>{name}</span>
              <span>{aboutStep(step)}</span>
              {problem !== undefined && <span role="note">{problem}</span>}
            </button>
            {facts?.(step.id)}
            {step.branches.map((branch) => (
              <div key={branch.label} className={classes.branch}>
                {branch.label}
                {branch.steps.length === 0 ? ': goes on' : list(of(branch.steps))}
              </div>
            ))}
          </li>
        );
      })}
    </ol>
  );
  return <nav aria-label={label}>{list(topOf(drawing))}</nav>;
};
