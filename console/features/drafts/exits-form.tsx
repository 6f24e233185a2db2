import { Button, Group, Stack, Text } from '@mantine/core';
import type { Value } from '../../../language/edit/operation.ts';
import { type Field, writtenAt } from '../../shared/form/field.ts';
import { FieldInput } from '../../shared/form/field-input.tsx';
import { FieldsForm, type FieldsFormProps } from '../../shared/form/fields-form.tsx';
import { EXIT_FIELDS } from './journey-fields.ts';

const MORE: Field = {
  path: ['on'],
  label: 'Who leaves early: on',
  about: 'An event by which customers leave, whatever step they are at.',
  kind: 'event',
};

export interface ExitsFormProps extends Omit<FieldsFormProps, 'fields' | 'value' | 'place'> {
  /** The journey as it is written. */
  head: Value;
}

/** The events by which customers leave a journey early. */
export const ExitsForm = ({ head, ...props }: ExitsFormProps) => {
  const value = writtenAt(head, ['exit']);
  const exits = Array.isArray(value) ? value : [];
  const { names, isFixed, operate } = props;
  return (
    <Stack gap="md">
      {exits.map((exit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an exit is known by its place.
        <Stack key={index} gap="sm" component="section" aria-label={`Exit ${index + 1}`}>
          <Text fw={600}>Exit {index + 1}</Text>
          <FieldsForm fields={EXIT_FIELDS} value={exit} place={['exit', index]} {...props} />
          {!isFixed && (
            <Group>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => operate({ kind: 'remove', path: ['exit', index] })}
              >
                Take this exit out
              </Button>
            </Group>
          )}
        </Stack>
      ))}
      {!isFixed && (
        <FieldInput
          key={exits.length}
          field={MORE}
          value={undefined}
          names={names}
          isFixed={false}
          change={(on) =>
            on !== undefined && operate({ kind: 'insert', list: ['exit'], at: exits.length, value: { on } })
          }
        />
      )}
    </Stack>
  );
};
