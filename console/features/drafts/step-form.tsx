import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { GraphStep, Slot } from '../../../language/draw/graph.ts';
import type { Operation } from '../../../language/edit/operation.ts';
import type { PlacedProblem } from '../../shared/form/field-problems.ts';
import { FieldsForm } from '../../shared/form/fields-form.tsx';
import { OtherProblems } from '../../shared/form/other-problems.tsx';
import { aboutStep, kindWords } from '../../shared/journey/kinds.ts';
import { momentAddress } from '../../shared/routing/addresses.ts';
import { Go } from '../../shared/ui/go.tsx';
import type { Names } from '../../worker/engine.ts';
import type { Outline } from '../../worker/outline.ts';
import { BranchesForm, branchPaths } from './branches-form.tsx';
import { stepFields } from './step-fields.ts';
import { problemsIn } from './step-problems.ts';

export interface StepFormProps {
  outline: Outline;
  step: GraphStep;
  names: Names;
  isFixed: boolean;
  /** What is wrong in the file. */
  problems: readonly PlacedProblem[];
  operate: (operation: Operation) => void;
  add: (slot: Slot) => void;
}

/** Words that are the id of their step. */
const NAMES = ['id', 'split'];

/** People are found by a step's id: who stands at the old one goes on at the new. */
const renaming = (operation: Operation, { place, id }: GraphStep): Operation =>
  operation.kind === 'set' &&
  operation.path.length === place.length + 1 &&
  NAMES.includes(String(operation.path.at(-1)))
    ? { kind: 'rename', path: place, from: id, id: String(operation.value) }
    : operation;

const nameOf = (id: string, { steps }: Outline): string => {
  if (id === 'start') return 'the beginning';
  if (id === 'end') return 'the end';
  const step = steps.find((each) => each.id === id);
  return step ? `${kindWords(step.kind).name} ${aboutStep(step)}` : 'leaving';
};

/** Everywhere that a step could go, as one says it. */
const targets = (outline: Outline, { place }: GraphStep): { label: string; slot: Slot }[] => {
  const keys = new Set<string>();
  return outline.edges.flatMap(({ from, to, label, slot }) => {
    const key = slot && `${slot.list.join('/')}:${slot.at}`;
    const isInside = slot && place.every((part, index) => slot.list[index] === part);
    if (!slot || slot.under || isInside || key === undefined || keys.has(key)) return [];
    keys.add(key);
    const way = label === undefined ? '' : ` (${label})`;
    return [{ label: `After ${nameOf(from, outline)}${way}, before ${nameOf(to, outline)}`, slot }];
  });
};

const Places = ({ outline, step, operate }: Pick<StepFormProps, 'outline' | 'step' | 'operate'>) => {
  const list = step.place.slice(0, -1);
  const index = Number(step.place.at(-1));
  const isLast = !outline.steps.some(({ place }) => place.join('/') === [...list, index + 1].join('/'));
  const options = targets(outline, step);
  const move = (to: Slot) => operate({ kind: 'move', path: step.place, list: to.list, at: to.at });
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button size="xs" variant="default" disabled={index === 0} onClick={() => move({ list, at: index - 1 })}>
          Move up
        </Button>
        <Button size="xs" variant="default" disabled={isLast} onClick={() => move({ list, at: index + 2 })}>
          Move down
        </Button>
        <Button size="xs" variant="light" color="brick" onClick={() => operate({ kind: 'remove', path: step.place })}>
          Remove
        </Button>
      </Group>
      <Select
        label="Move it elsewhere"
        placeholder="Choose a place"
        searchable
        value={null}
        data={options.map(({ label }, at) => ({ value: String(at), label }))}
        onChange={(option) => {
          const target = option === null ? undefined : options[Number(option)];
          if (target) move(target.slot);
        }}
      />
    </Stack>
  );
};

/** A step as a form: the same text as the canvas and the YAML. */
export const StepForm = ({ outline, step, names, isFixed, problems, operate, add }: StepFormProps) => {
  const value = outline.values[step.id];
  const list = step.place.slice(0, -1);
  const index = Number(step.place.at(-1));
  const fields = stepFields(step.kind);
  const fieldPaths = [...fields.filter(({ kind }) => kind !== 'steps').map(({ path }) => path), ...branchPaths(value)];
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" c="dimmed">
          {kindWords(step.kind).name}, line {outline.lines[step.id]}
        </Text>
        <Text fw={600}>{aboutStep(step)}</Text>
        <OtherProblems
          problems={problemsIn(problems, outline, step.id)}
          fields={fieldPaths.map((path) => [...step.place, ...path])}
        />
      </div>
      <FieldsForm
        fields={fields}
        value={value}
        place={step.place}
        names={names}
        isFixed={isFixed}
        problems={problems}
        operate={(operation) => operate(renaming(operation, step))}
        add={add}
      />
      <BranchesForm
        value={value}
        place={step.place}
        names={names}
        isFixed={isFixed}
        problems={problems}
        operate={operate}
      />
      {step.moment !== undefined && <Go to={momentAddress(step.moment)}>Its copy</Go>}
      {!isFixed && (
        <>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => add({ list, at: index })}>
              Add before
            </Button>
            <Button size="xs" variant="default" onClick={() => add({ list, at: index + 1 })}>
              Add after
            </Button>
          </Group>
          <Places outline={outline} step={step} operate={operate} />
        </>
      )}
    </Stack>
  );
};
