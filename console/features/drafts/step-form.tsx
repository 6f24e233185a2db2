import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { GraphStep, Slot } from '../../../language/draw/graph.ts';
import type { Operation, Path, Value } from '../../../language/edit/operation.ts';
import { aboutStep, kindWords } from '../../shared/journey/kinds.ts';
import { momentAddress } from '../../shared/routing/addresses.ts';
import { Go } from '../../shared/ui/go.tsx';
import type { Names } from '../../worker/engine.ts';
import type { Outline } from '../../worker/outline.ts';
import { BranchesForm } from './branches-form.tsx';
import { FieldInput } from './field-input.tsx';
import { fieldsOf, type StepField } from './fields.ts';

export interface StepFormProps {
  outline: Outline;
  step: GraphStep;
  names: Names;
  isFixed: boolean;
  problem?: string | undefined;
  operate: (operation: Operation) => void;
  add: (slot: Slot) => void;
}

const valueAt = (value: Value | undefined, path: readonly (string | number)[]): Value | undefined =>
  path.reduce<Value | undefined>((at, key) => {
    if (typeof at !== 'object' || at === null) return undefined;
    return Array.isArray(at) ? at[Number(key)] : at[key];
  }, value);

const pathOf = ({ key, path }: StepField): readonly (string | number)[] => path ?? [key];

const operationOf = (field: StepField, { place, id }: GraphStep, value: Value | undefined): Operation => {
  const path: Path = [...place, ...pathOf(field)];
  if (field.key === 'id' && typeof value === 'string') return { kind: 'rename', path: place, from: id, id: value };
  // What stands in a field of its own goes with it: an `unless` without an event says nothing.
  if (value === undefined) return { kind: 'unset', path: [...place, pathOf(field)[0] ?? ''] };
  return { kind: 'set', path, value };
};

const nameOf = (id: string, { steps }: Outline): string => {
  if (id === 'start') return 'the beginning';
  if (id === 'end') return 'the end';
  const step = steps.find((each) => each.id === id);
  return step ? `${kindWords(step.kind).name} ${aboutStep(step)}` : 'leaving';
};

/** Everywhere that a step could go, as one says it. */
const targets = (outline: Outline, { place }: GraphStep): { label: string; slot: Slot }[] => {
  const known = new Set<string>();
  return outline.edges.flatMap(({ from, to, label, slot }) => {
    const key = slot && `${slot.list.join('/')}:${slot.at}`;
    const isInside = slot && place.every((part, index) => slot.list[index] === part);
    if (!slot || slot.under || isInside || key === undefined || known.has(key)) return [];
    known.add(key);
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
        onChange={(chosen) => {
          const target = chosen === null ? undefined : options[Number(chosen)];
          if (target) move(target.slot);
        }}
      />
    </Stack>
  );
};

/** A step as a form: the same text as the canvas and the YAML. */
export const StepForm = ({ outline, step, names, isFixed, problem, operate, add }: StepFormProps) => {
  const written = outline.written[step.id];
  const list = step.place.slice(0, -1);
  const index = Number(step.place.at(-1));
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" c="dimmed">
          {kindWords(step.kind).name}, line {outline.lines[step.id]}
        </Text>
        <Text fw={600}>{aboutStep(step)}</Text>
        {problem !== undefined && (
          <Text size="sm" c="var(--tone-bad)" role="alert">
            {problem}
          </Text>
        )}
      </div>
      {fieldsOf(step.kind).map((field) => (
        <FieldInput
          key={field.key}
          field={field}
          value={valueAt(written, pathOf(field))}
          names={names}
          isFixed={isFixed}
          change={(value) => operate(operationOf(field, step, value))}
        />
      ))}
      <BranchesForm written={written} place={step.place} names={names} isFixed={isFixed} operate={operate} />
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
