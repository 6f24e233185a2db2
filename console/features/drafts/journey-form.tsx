import { Stack, Text } from '@mantine/core';
import type { Operation, Value } from '../../../language/edit/operation.ts';
import type { Names } from '../../worker/engine.ts';
import { FieldInput } from './field-input.tsx';
import type { StepField } from './fields.ts';

const FIELDS: readonly StepField[] = [
  { key: 'title', label: 'Title', about: 'What people call it.', kind: 'text' },
  { key: 'about', label: 'About', about: 'What it is for, in a sentence.', kind: 'condition' },
  { key: 'purpose', label: 'Purpose', about: 'transactional, care, relationship or promotional.', kind: 'condition' },
  {
    key: 'enter.on',
    path: ['enter', 'on'],
    label: 'Who enters: on',
    about: 'The event by which customers enter.',
    kind: 'event',
  },
  { key: 'enter.when', path: ['enter', 'when'], label: 'Only when', about: 'A condition.', kind: 'condition' },
  {
    key: 'enter.again',
    path: ['enter', 'again'],
    label: 'Again',
    about: 'never, always, or after 90 days.',
    kind: 'condition',
  },
  { key: 'goal.on', path: ['goal', 'on'], label: 'Goal', about: 'The event that it is to bring about.', kind: 'event' },
  {
    key: 'goal.within',
    path: ['goal', 'within'],
    label: 'Goal within',
    about: 'Counted so long after entering.',
    kind: 'duration',
  },
  { key: 'holdout', label: 'Holdout', about: 'Percent that get nothing, to measure what it is worth.', kind: 'number' },
];

const valueAt = (value: Value | undefined, path: readonly (string | number)[]): Value | undefined =>
  path.reduce<Value | undefined>(
    (at, key) => (typeof at === 'object' && at !== null && !Array.isArray(at) ? at[key] : undefined),
    value,
  );

export interface JourneyFormProps {
  head: Value;
  names: Names;
  isFixed: boolean;
  operate: (operation: Operation) => void;
}

/** The journey itself: who enters, what it is to bring about. */
export const JourneyForm = ({ head, names, isFixed, operate }: JourneyFormProps) => (
  <Stack gap="md">
    <Text size="sm" c="dimmed">
      The journey itself. Choose a step to change that.
    </Text>
    {FIELDS.map(({ path, ...field }) => {
      const at = path ?? [field.key];
      return (
        <FieldInput
          key={field.key}
          field={field}
          value={valueAt(head, at)}
          names={names}
          isFixed={isFixed}
          change={(value) =>
            operate(value === undefined ? { kind: 'unset', path: at } : { kind: 'set', path: at, value })
          }
        />
      );
    })}
  </Stack>
);
