import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Slot } from '../../../language/draw/graph.ts';
import type { Value } from '../../../language/edit/operation.ts';
import { kindWords } from '../../shared/journey/kinds.ts';
import type { Names } from '../../worker/engine.ts';
import classes from './drafts.module.css';
import { NEW_STEPS } from './new-steps.ts';

/** What a kind of step has to name. */
const namedBy = (kind: string, { moments, events }: Names): string[] | undefined => {
  if (kind === 'send')
    return moments.filter(({ channels }) => channels.some((each) => each !== 'agent')).map(({ id }) => id);
  if (kind === 'task') return moments.filter(({ channels }) => channels.includes('agent')).map(({ id }) => id);
  if (kind === 'emit') return events.filter(({ ours }) => ours).map(({ type }) => type);
  if (kind === 'listen') return events.filter(({ ours }) => !ours).map(({ type }) => type);
  return undefined;
};

const isMap = (value: Value | undefined): value is { [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface AddStepProps {
  slot: Slot | undefined;
  names: Names;
  close: () => void;
  add: (slot: Slot, step: Value) => void;
}

/** Chooses what comes at a place of a journey. */
export const AddStep = ({ slot, names, close, add }: AddStepProps) => {
  const [kind, setKind] = useState<string>();
  const newStep = NEW_STEPS.find((each) => each.kind === kind);
  const options = kind === undefined ? undefined : namedBy(kind, names);
  const leave = () => {
    setKind(undefined);
    close();
  };
  const put = (value: Value) => {
    if (slot) add(slot, value);
    leave();
  };
  const pick = (each: (typeof NEW_STEPS)[number]) => {
    if (namedBy(each.kind, names)) setKind(each.kind);
    else put(each.value);
  };
  const named = (name: string): Value => {
    const value = newStep?.value;
    const rest = isMap(value) ? value : {};
    return kind === undefined ? rest : { ...rest, [kind]: name };
  };
  return (
    <Modal
      opened={slot !== undefined}
      onClose={leave}
      title="Add a step"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Add nothing' }}
    >
      {newStep && options ? (
        <Stack gap="sm">
          <Select
            label={newStep.kind === 'send' || newStep.kind === 'task' ? 'Which moment' : 'Which event'}
            searchable
            data-autofocus
            data={options}
            nothingFoundMessage="There is none of that name"
            onChange={(name) => name !== null && put(named(name))}
          />
          <Group>
            <Button variant="default" onClick={() => setKind(undefined)}>
              Another kind
            </Button>
          </Group>
        </Stack>
      ) : (
        <div className={classes.kinds}>
          {NEW_STEPS.map((each) => {
            const { icon: Icon } = kindWords(each.kind);
            return (
              <button key={each.kind} type="button" className={classes.pick} onClick={() => pick(each)}>
                <Group gap={8}>
                  <Icon size={16} stroke={1.8} aria-hidden />
                  <strong>{each.label}</strong>
                </Group>
                <span>{each.about}</span>
              </button>
            );
          })}
        </div>
      )}
    </Modal>
  );
};
