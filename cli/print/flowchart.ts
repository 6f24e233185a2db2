import type { JourneyDefinition, Step } from '../../language/catalogue/definition.ts';
import { formatDuration } from '../../language/catalogue/duration.ts';

/** What stands in a box: Mermaid takes quotes as entities. */
const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`;

interface Open {
  /** A box that the next step follows. */
  from: string;
  /** What stands on the arrow. */
  label?: string;
}

const arrow = ({ from, label }: Open, to: string): string =>
  label === undefined ? `  ${from} --> ${to}` : `  ${from} -- ${quoted(label)} --> ${to}`;

interface Pen {
  lines: string[];
  box(text: string, shape: [string, string], from: Open[]): string;
}

const createPen = (): Pen => {
  const lines: string[] = [];
  let boxes = 0;
  return {
    lines,
    box: (text, [left, right], from) => {
      const name = `s${boxes++}`;
      lines.push(`  ${name}${left}${quoted(text)}${right}`);
      lines.push(...from.map((open) => arrow(open, name)));
      return name;
    },
  };
};

const BOX: [string, string] = ['[', ']'];
const ROUND: [string, string] = ['([', '])'];
const DIAMOND: [string, string] = ['{', '}'];
const SLANTED: [string, string] = ['[/', '/]'];

const drawSteps = (pen: Pen, steps: Step[], from: Open[]): Open[] =>
  steps.reduce<Open[]>((open, step) => drawStep(pen, step, open), from);

/** The ways out of a box that branches. */
const branch = (pen: Pen, box: string, ways: { label: string; steps: Step[] }[]): Open[] =>
  ways.flatMap(({ label, steps }) => drawSteps(pen, steps, [{ from: box, label }]));

const drawStep = (pen: Pen, step: Step, from: Open[]): Open[] => {
  switch (step.kind) {
    case 'send':
    case 'task': {
      const box = pen.box(step.kind === 'task' ? `a person: ${step.moment}` : `send ${step.moment}`, BOX, from);
      return [
        { from: box },
        ...(step.unsent.length > 0 ? drawSteps(pen, step.unsent, [{ from: box, label: 'not sent' }]) : []),
      ];
    }
    case 'emit':
      return [{ from: pen.box(step.event, SLANTED, from) }];
    case 'wait':
      return [{ from: pen.box(`wait ${formatDuration(step.seconds)}`, ROUND, from) }];
    case 'wait-until': {
      const days = step.offset === 0 ? '' : ` ${step.offset < 0 ? '-' : '+'} ${formatDuration(Math.abs(step.offset))}`;
      const box = pen.box(`wait until ${step.until}${days}`, ROUND, from);
      if (step.reached.length + step.past.length === 0) return [{ from: box }];
      return branch(pen, box, [
        { label: 'reached', steps: step.reached },
        { label: 'already past', steps: step.past },
      ]);
    }
    case 'choose': {
      const box = pen.box('choose', DIAMOND, from);
      const ways = step.branches.map(({ when, steps }) => ({ label: when, steps }));
      return branch(pen, box, [...ways, { label: 'otherwise', steps: step.otherwise }]);
    }
    case 'split': {
      const box = pen.box(step.id, DIAMOND, from);
      return branch(
        pen,
        box,
        step.arms.map(({ name, share, steps }) => ({ label: `${name}, ${share} %`, steps })),
      );
    }
    case 'listen': {
      const heard = step.answers ? `the answer to ${step.answers.moment}` : step.on.join(' or ');
      const box = pen.box(`listen for ${heard}`, ROUND, from);
      return branch(pen, box, [
        { label: 'heard', steps: step.heard },
        { label: `silent for ${formatDuration(step.within)}`, steps: step.silent },
      ]);
    }
    case 'repeat': {
      const box = pen.box(`every ${formatDuration(step.every)}, ${step.atMost} times at most`, DIAMOND, from);
      for (const open of drawSteps(pen, step.steps, [{ from: box, label: 'again' }])) pen.lines.push(arrow(open, box));
      return [{ from: box, label: 'through' }];
    }
    case 'exit':
      pen.box('end', ROUND, from);
      return [];
  }
};

/** A journey as a Mermaid flowchart. */
export const drawJourney = ({ enter, steps, exits }: JourneyDefinition): string => {
  const pen = createPen();
  const start = pen.box(enter.on.join(' or '), ROUND, []);
  const open = drawSteps(pen, steps, [{ from: start }]);
  if (open.length > 0) pen.box('end', ROUND, open);
  for (const { on, steps: words } of exits) {
    const box = pen.box(`at any time: ${on}`, ROUND, []);
    const last = drawSteps(pen, words, [{ from: box }]);
    pen.box('end', ROUND, last);
  }
  return ['flowchart TD', ...pen.lines].join('\n');
};
