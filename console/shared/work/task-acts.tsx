import { Button, Group } from '@mantine/core';
import { useFocusReturn } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Task } from '../../../functions/api/contract/work.ts';
import { useMay } from '../session/me.ts';
import { type Question, TaskDialog } from './task-dialog.tsx';
import { useTaskAct } from './use-task-act.ts';

const OUTCOME: Question = {
  name: 'outcome',
  label: 'What came of it, in a few words',
  placeholder: 'Such as: refunded',
  most: 100,
};
const NOTE: Question = { name: 'note', label: 'What colleagues should know', most: 500, isLong: true };
const REASON: Question = {
  name: 'reason',
  label: 'Why not?',
  placeholder: 'Such as: no number',
  most: 100,
  isNeeded: true,
};
const TEXT: Question = { name: 'text', label: 'For colleagues', most: 500, isLong: true, isNeeded: true };

type Asking = 'done' | 'decline' | 'note';

/** Where an act takes its own button away, who uses the keyboard goes on at the first of what may be done now. */
const useFocusAfterAct = (state: Task['state']) => {
  const ref = useRef<HTMLDivElement>(null);
  const actedIn = useRef<Task['state']>(undefined);
  useEffect(() => {
    if (actedIn.current === undefined || actedIn.current === state) return;
    actedIn.current = undefined;
    if (document.activeElement === document.body) ref.current?.querySelector('button')?.focus();
  });
  const act = (doIt: () => void): void => {
    actedIn.current = state;
    doIt();
  };
  return { ref, act };
};

/** What one may do with a task. */
export const TaskActs = ({ task: { id: task, customer, state, isMine } }: { task: Task }) => {
  const may = useMay();
  const [asking, setAsking] = useState<Asking>();
  const close = (): void => setAsking(undefined);
  // The dialog does not do it by itself: it is there only while it is open.
  useFocusReturn({ opened: asking !== undefined });
  const { ref, act } = useFocusAfterAct(state);
  const take = useTaskAct('takeTask', 'It is yours.');
  const giveBack = useTaskAct('returnTask', 'Given back.');
  const done = useTaskAct('doneTask', 'Done. Thank you.', close);
  const decline = useTaskAct('declineTask', 'Declined.', close);
  const note = useTaskAct('noteTask', 'Noted.', close);
  if (!may('takeTask')) return null;
  const which = { customer, task };
  const isOpen = state === 'open' || state === 'taken';
  return (
    <>
      <Group gap="xs" ref={ref}>
        {state === 'open' && (
          <Button size="xs" loading={take.isPending} onClick={() => act(() => take.mutate({ body: which }))}>
            Take it
          </Button>
        )}
        {state !== 'done' && (
          <Button size="xs" variant={state === 'taken' ? 'filled' : 'default'} onClick={() => setAsking('done')}>
            {isOpen ? 'Done' : 'Done after all'}
          </Button>
        )}
        {(state === 'open' || (state === 'taken' && isMine)) && (
          <Button size="xs" variant="default" onClick={() => setAsking('decline')}>
            Decline
          </Button>
        )}
        {isMine && state === 'taken' && (
          <Button
            size="xs"
            variant="default"
            loading={giveBack.isPending}
            onClick={() => act(() => giveBack.mutate({ body: which }))}
          >
            Give back
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => setAsking('note')}>
          Note
        </Button>
      </Group>
      {asking === 'done' && (
        <TaskDialog
          title="It is done"
          questions={[OUTCOME, NOTE]}
          says="Done"
          isPending={done.isPending}
          close={close}
          give={(answers) => act(() => done.mutate({ body: { ...which, ...answers } }))}
        />
      )}
      {asking === 'decline' && (
        <TaskDialog
          title="It will not be done"
          questions={[REASON]}
          says="Decline"
          isPending={decline.isPending}
          close={close}
          give={({ reason = '' }) => act(() => decline.mutate({ body: { ...which, reason } }))}
        />
      )}
      {asking === 'note' && (
        <TaskDialog
          title="Something to know"
          questions={[TEXT]}
          says="Add the note"
          isPending={note.isPending}
          close={close}
          give={({ text = '' }) => note.mutate({ body: { ...which, text } })}
        />
      )}
    </>
  );
};
