import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../api/use-act.ts';
import { capital } from '../words/capital.ts';

/** What somebody is about to do. */
export type GestureRequest =
  | { act: 'give'; kind: string; title: string }
  | { act: 'take-back'; gesture: string; title: string };

interface Props {
  customer: string;
  request: GestureRequest | undefined;
  close: () => void;
  /** The gesture that was given. */
  done: (gesture: string) => void;
}

/** Asks once more before a gesture is given or taken back, and for a word why. */
export const GiveDialog = ({ customer, request, close, done }: Props) => {
  const [note, setNote] = useState('');
  const changes = ['listGestures', 'readCustomer'] as const;
  const leave = (): void => {
    setNote('');
    close();
  };
  const over = {
    changes: [...changes],
    says: ({ says }: { says: string }) => capital(says),
    done: ({ gesture }: { gesture: string }) => {
      done(gesture);
      leave();
    },
  };
  const give = useAct('giveGesture', over);
  const reverse = useAct('reverseGesture', over);
  const why = note.trim() === '' ? {} : { note: note.trim() };
  const act = (): void => {
    if (request?.act === 'give') give.mutate({ params: { customer }, body: { kind: request.kind, ...why } });
    if (request?.act === 'take-back')
      reverse.mutate({ params: { customer, gesture: request.gesture }, body: { ...why } });
  };
  const isGiving = request?.act !== 'take-back';
  return (
    <Modal
      opened={request !== undefined}
      onClose={leave}
      title={isGiving ? 'Give them this?' : 'Take this back?'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text fw={600}>{capital(request?.title ?? '')}</Text>
        <Text size="sm">
          {isGiving
            ? 'It is asked for at once, and you need nobody’s approval. Their story says that it was you.'
            : 'The system that gave it is asked to undo it. What it took of your budget is free again.'}
        </Text>
        <TextInput
          label="Why, for colleagues"
          value={note}
          maxLength={300}
          data-autofocus
          onChange={({ currentTarget: { value } }) => setNote(value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            Cancel
          </Button>
          <Button loading={give.isPending || reverse.isPending} onClick={act}>
            {isGiving ? 'Give it' : 'Take it back'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
