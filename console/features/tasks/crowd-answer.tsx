import { Button, Group } from '@mantine/core';
import { useFocusReturn } from '@mantine/hooks';
import { useState } from 'react';
import type { CrowdWork } from '../../../functions/api/contract/crowds.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useMay } from '../../shared/session/me.ts';
import { count } from '../../shared/words/count.ts';
import { type Question, TaskDialog } from '../../shared/work/task-dialog.tsx';

const OUTCOME: Question = {
  name: 'text',
  label: 'What came of it, in a few words',
  placeholder: 'Such as: refunded in one go',
  most: 100,
  isNeeded: true,
};
const REASON: Question = {
  name: 'text',
  label: 'Why not?',
  placeholder: 'Such as: told by status page',
  most: 100,
  isNeeded: true,
};
const NOTE: Question = { name: 'note', label: 'What colleagues should know', most: 500, isLong: true };

export interface CrowdAnswerProps {
  crowd: string;
  work: CrowdWork;
}

/** Says the same of all that is open of a crowd: their journeys go on, each by itself. */
export const CrowdAnswer = ({ crowd, work: { moment, title, open } }: CrowdAnswerProps) => {
  const may = useMay();
  const [asking, setAsking] = useState<'done' | 'declined'>();
  const close = (): void => setAsking(undefined);
  // The dialog does not do it by itself: it is there only while it is open.
  useFocusReturn({ opened: asking !== undefined });
  const { mutate, isPending } = useAct('answerCrowd', {
    changes: ['listCrowds', 'readCrowd', 'crowdTasks', 'listTasks', 'listBroadcasts'],
    says: ({ says }) => says,
    done: close,
  });
  if (!may('answerCrowd') || open === 0) return null;
  const those = count(open, 'task');
  const isDone = asking === 'done';
  return (
    <>
      <Group gap="xs">
        <Button size="xs" onClick={() => setAsking('done')}>
          Done for all {those}
        </Button>
        <Button size="xs" variant="default" onClick={() => setAsking('declined')}>
          Decline all {those}
        </Button>
      </Group>
      {asking && (
        <TaskDialog
          title={`“${title}” ${isDone ? 'is done' : 'will not be done'}, for all who wait`}
          questions={isDone ? [OUTCOME, NOTE] : [REASON]}
          says={`Say it of ${those}`}
          isPending={isPending}
          close={close}
          give={({ text = '', note }) =>
            mutate({ params: { crowd }, body: { moment, said: asking, text, ...(note !== undefined && { note }) } })
          }
        />
      )}
    </>
  );
};
