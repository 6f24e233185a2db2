import { Button, Group, Stack, Text } from '@mantine/core';
import type { Operation, Path, Value } from '../../../language/edit/operation.ts';
import type { Field } from '../../shared/form/field.ts';
import { FieldInput } from '../../shared/form/field-input.tsx';
import { type PlacedProblem, problemAt } from '../../shared/form/field-problems.ts';
import type { Names } from '../../worker/engine.ts';

export interface BranchesFormProps {
  /** The step as it is written. */
  value: Value | undefined;
  place: Path;
  names: Names;
  isFixed: boolean;
  /** What is wrong in the file. */
  problems: readonly PlacedProblem[];
  operate: (operation: Operation) => void;
}

const WHEN: Field = {
  path: ['when'],
  label: 'When',
  about: 'Who goes this way: the first that is true.',
  kind: 'condition',
  isNeeded: true,
};
const SHARE: Field = { path: ['share'], label: 'Percent', kind: 'number', isNeeded: true };

const isMap = (value: Value | undefined): value is { [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The ways of a choice: their conditions and their order. */
const Ways = ({ ways, place, names, isFixed, problems, operate }: BranchesFormProps & { ways: Value[] }) => {
  const list: Path = [...place, 'choose'];
  const conditions = ways.filter((way) => isMap(way) && way.when !== undefined).length;
  const add = () =>
    operate({ kind: 'insert', list, at: conditions, value: { when: 'customer.mood = "negative"', steps: [] } });
  return (
    <Stack gap="sm">
      {ways.map((way, index) =>
        isMap(way) && way.when !== undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way is known by its place.
          <Stack key={index} gap={4}>
            <FieldInput
              field={{ ...WHEN, label: `Way ${index + 1}, when` }}
              value={way.when}
              names={names}
              isFixed={isFixed}
              problem={problemAt(problems, [...list, index, 'when'])}
              change={(value) => operate({ kind: 'set', path: [...list, index, 'when'], value: value ?? '' })}
            />
            {!isFixed && (
              <Group gap={6}>
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={index === 0}
                  onClick={() => operate({ kind: 'move', path: [...list, index], list, at: index - 1 })}
                >
                  Ask it earlier
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => operate({ kind: 'remove', path: [...list, index] })}
                >
                  Take this way out
                </Button>
              </Group>
            )}
          </Stack>
        ) : (
          <Text key="otherwise" size="sm" c="dimmed">
            All others go the last way.
          </Text>
        ),
      )}
      {!isFixed && (
        <Group>
          <Button size="xs" variant="default" onClick={add}>
            Add a way
          </Button>
        </Group>
      )}
    </Stack>
  );
};

/** Where in a step the fields of its ways are written. */
export const branchPaths = (value: Value | undefined): Path[] => {
  if (!isMap(value)) return [];
  const ways = Array.isArray(value.choose) ? value.choose : [];
  const arms = isMap(value.arms) ? Object.keys(value.arms) : [];
  return [...ways.map((_, index) => ['choose', index, 'when']), ...arms.map((name) => ['arms', name, 'share'])];
};

/** What a choice or a split asks, way by way. */
export const BranchesForm = (props: BranchesFormProps) => {
  const { value, place, names, isFixed, problems, operate } = props;
  if (!isMap(value)) return null;
  if (Array.isArray(value.choose)) return <Ways {...props} ways={value.choose} />;
  if (!isMap(value.arms)) return null;
  return (
    <Stack gap="sm">
      {Object.entries(value.arms).map(([name, arm]) => (
        <FieldInput
          key={name}
          field={{ ...SHARE, label: `${name}: percent of customers` }}
          value={isMap(arm) ? arm.share : undefined}
          names={names}
          isFixed={isFixed}
          problem={problemAt(problems, [...place, 'arms', name, 'share'])}
          change={(value) => operate({ kind: 'set', path: [...place, 'arms', name, 'share'], value: value ?? 0 })}
        />
      ))}
    </Stack>
  );
};
