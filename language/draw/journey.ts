import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import { kindOf } from '../steps/steps.ts';
import { type Fold, foldPaths } from '../steps/walk.ts';
import { createPen, type Open, type Pen, ROUND } from './pen.ts';

const drawing = (pen: Pen): Fold<{ box: string; open: Open[] }> => ({
  step: (step, { open }) => {
    const box = pen.box(kindOf(step).draw(step), open);
    return { box, open: [{ from: box }] };
  },
  branch: ({ label }, { box }) => ({ box, open: [{ from: box, label }] }),
  turn: ({ label }, { box }, walk) => {
    for (const open of walk({ box, open: [{ from: box, label }] }).open) pen.arrow(open, box);
    return { box, open: [{ from: box, label: 'through' }] };
  },
  join: ({ box }, ways) => ({ box, open: ways.flatMap(({ open }) => open) }),
});

const drawSteps = (pen: Pen, steps: Step[], box: string): Open[] =>
  foldPaths(steps, { box, open: [{ from: box }] }, drawing(pen)).open;

/** A journey as a Mermaid flowchart. */
export const drawJourney = ({ enter, steps, exits }: JourneyDefinition): string => {
  const pen = createPen();
  const start = pen.box({ text: enter.on.join(' or '), form: ROUND }, []);
  const open = drawSteps(pen, steps, start);
  if (open.length > 0) pen.box({ text: 'end', form: ROUND }, open);
  for (const { on, steps: words } of exits) {
    const box = pen.box({ text: `at any time: ${on}`, form: ROUND }, []);
    const last = drawSteps(pen, words, box);
    if (last.length > 0) pen.box({ text: 'end', form: ROUND }, last);
  }
  return ['flowchart TD', ...pen.lines].join('\n');
};
