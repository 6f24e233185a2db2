import { Stack, Text } from '@mantine/core';
import type { Slot } from '../../../language/draw/graph.ts';
import type { Operation, Value } from '../../../language/edit/operation.ts';
import { FieldsForm } from '../../shared/form/fields-form.tsx';
import type { Names } from '../../worker/engine.ts';
import { ExitsForm } from './exits-form.tsx';
import { JOURNEY_FIELDS } from './journey-fields.ts';

export interface JourneyFormProps {
  head: Value;
  names: Names;
  isFixed: boolean;
  operate: (operation: Operation) => void;
  add: (slot: Slot) => void;
}

/** The journey itself: who enters, what it is to bring about, who leaves early. */
export const JourneyForm = ({ head, names, isFixed, operate, add }: JourneyFormProps) => (
  <Stack gap="md">
    <Text size="sm" c="dimmed">
      The journey itself. Choose a step to change that.
    </Text>
    <FieldsForm
      fields={JOURNEY_FIELDS}
      written={head}
      place={[]}
      names={names}
      isFixed={isFixed}
      operate={operate}
      add={add}
    />
    <ExitsForm head={head} names={names} isFixed={isFixed} operate={operate} add={add} />
  </Stack>
);
