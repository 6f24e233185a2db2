import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { Fragment, type ReactNode } from 'react';
import classes from './canvas.module.css';
import type { DrawnStep } from './drawing.ts';
import { aboutStep, kindWords } from './kinds.ts';

export type Lit = 'passed' | 'now' | 'not';

export type StepNode = Node<
  {
    step: DrawnStep;
    facts?: ReactNode;
    /** What is wrong there. */
    problem?: string | undefined;
    lit?: Lit | undefined;
  },
  'step'
>;

export type PillNode = Node<{ text: string; lit?: Lit | undefined }, 'pill'>;

/** Names such as support.ticket_resolved may go on in the next line after a sign, not amid a word. */
const breakable = (text: string): ReactNode =>
  text.split(/(?<=[._](?=\p{L}))/u).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));

const Handles = () => (
  <>
    <Handle type="target" position={Position.Top} className={classes.handle} isConnectable={false} />
    <Handle type="source" position={Position.Bottom} className={classes.handle} isConnectable={false} />
  </>
);

/** A step as a box: what it is, what it is about, what became of people there. */
export const StepCard = ({ data: { step, facts, problem, lit }, selected }: NodeProps<StepNode>) => {
  const { name, tone, icon: Icon } = kindWords(step.kind);
  const isSmall = step.kind === 'exit';
  return (
    <div
      className={classes.card}
      data-tone={tone}
      data-lit={lit}
      data-selected={selected || undefined}
      data-problem={problem === undefined ? undefined : true}
      data-small={isSmall || undefined}
      title={problem}
    >
      <Handles />
      <span className={classes.sign}>
        <Icon size={16} stroke={1.8} aria-hidden />
      </span>
      <span className={classes.words}>
        {!isSmall && <span className={classes.kind}>{name}</span>}
        <span className={classes.about}>{breakable(aboutStep(step))}</span>
      </span>
      {facts !== undefined && !isSmall && <span className={classes.facts}>{facts}</span>}
    </div>
  );
};

export const Pill = ({ data: { text, lit } }: NodeProps<PillNode>) => (
  <div className={classes.pill} data-lit={lit}>
    <Handles />
    <span className={classes.about}>{breakable(text)}</span>
  </div>
);
