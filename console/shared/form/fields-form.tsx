import { Button, Group, Stack, Text } from '@mantine/core';
import type { Operation, Path, Value } from '../../../language/edit/operation.ts';
import { count } from '../words/count.ts';
import { changeOf, type Field, isAsked, keyOf, otherwiseWritten, writtenAt } from './field.ts';
import { type Choices, FieldInput, ReadOnlyField } from './field-input.tsx';
import { type PlacedProblem, problemAt } from './field-problems.ts';
import { fieldText } from './field-text.ts';

export interface FieldsFormProps {
  fields: readonly Field[];
  /** What the fields' paths begin in, as it is written. */
  value: Value | undefined;
  /** Where that stands in its file. */
  place: Path;
  names: Choices;
  isFixed: boolean;
  /** What is wrong in the file. */
  problems: readonly PlacedProblem[];
  operate: (operation: Operation) => void;
  /** Adds a step to a list. */
  add?: (slot: { list: Path; at: number }) => void;
}

const Steps = ({ field, value, place, isFixed, add }: Omit<FieldsFormProps, 'fields'> & { field: Field }) => {
  const steps = writtenAt(value, field.path);
  const length = Array.isArray(steps) ? steps.length : 0;
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
      <div>
        <Text size="sm" fw={500}>
          {field.label}
        </Text>
        <Text size="xs" c="dimmed">
          {field.about} {length === 0 ? 'Nothing yet.' : `${count(length, 'step')}.`}
        </Text>
      </div>
      {!isFixed && add && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Add a step: ${field.label}`}
          style={{ flexShrink: 0 }}
          onClick={() => add({ list: [...place, ...field.path], at: length })}
        >
          Add a step
        </Button>
      )}
    </Group>
  );
};

/** What a part of a file says, field by field. */
export const FieldsForm = ({ fields, ...props }: FieldsFormProps) => {
  const { value, place, names, isFixed, problems, operate } = props;
  const roots = new Set<string>();
  return (
    <Stack gap="md">
      {fields
        .filter((field) => isAsked(field, value) || writtenAt(value, field.path) !== undefined)
        .map((field) => {
          const other = otherwiseWritten(value, field);
          const root = String(field.path[0]);
          if (other !== undefined && roots.has(root)) return null;
          if (other !== undefined) {
            roots.add(root);
            return (
              <ReadOnlyField
                key={root}
                label={field.label}
                about="Written in a way that forms do not change. Change it in the text."
                text={fieldText(other)}
              />
            );
          }
          if (field.kind === 'steps') return <Steps key={keyOf(field)} field={field} {...props} />;
          return (
            <FieldInput
              key={keyOf(field)}
              field={field}
              value={writtenAt(value, field.path)}
              names={names}
              isFixed={isFixed}
              problem={problemAt(problems, [...place, ...field.path])}
              change={(value) => operate(changeOf(field, value, place))}
            />
          );
        })}
    </Stack>
  );
};
