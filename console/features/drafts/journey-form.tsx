import { Stack, Text } from '@mantine/core';
import type { Slot } from '../../../language/draw/graph.ts';
import type { Operation, Path } from '../../../language/edit/operation.ts';
import { type Field, writtenAt } from '../../shared/form/field.ts';
import type { PlacedProblem } from '../../shared/form/field-problems.ts';
import { FieldsForm } from '../../shared/form/fields-form.tsx';
import { OtherProblems } from '../../shared/form/other-problems.tsx';
import type { Names } from '../../worker/engine.ts';
import type { Outline } from '../../worker/outline.ts';
import { ExitsForm } from './exits-form.tsx';
import { EXIT_FIELDS, JOURNEY_FIELDS } from './journey-fields.ts';
import { problemsIn } from './step-problems.ts';

export interface JourneyFormProps {
  outline: Outline;
  names: Names;
  isFixed: boolean;
  /** What is wrong in the file. */
  problems: readonly PlacedProblem[];
  operate: (operation: Operation) => void;
  add: (slot: Slot) => void;
}

const isTelling = ({ kind }: Field): boolean => kind !== 'steps';

/** The fields that tell what is wrong with them. */
const fieldPathsOf = ({ head }: Outline): Path[] => {
  const exits = writtenAt(head, ['exit']);
  const ofExits = (Array.isArray(exits) ? exits : []).flatMap((_, index) =>
    EXIT_FIELDS.filter(isTelling).map(({ path }) => ['exit', index, ...path]),
  );
  return [...JOURNEY_FIELDS.filter(isTelling).map(({ path }) => path), ...ofExits];
};

/** The journey itself: who enters, what it is to bring about, who leaves early. */
export const JourneyForm = ({ outline, ...props }: JourneyFormProps) => (
  <Stack gap="md">
    <div>
      <Text size="sm" c="dimmed">
        The journey itself. Choose a step to change that.
      </Text>
      <OtherProblems problems={problemsIn(props.problems, outline)} fields={fieldPathsOf(outline)} />
    </div>
    <FieldsForm fields={JOURNEY_FIELDS} value={outline.head} place={[]} {...props} />
    <ExitsForm head={outline.head} {...props} />
  </Stack>
);
