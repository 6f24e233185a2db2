import type { Task } from '../../../functions/api/contract/work.ts';
import { useNow } from '../time/now.ts';
import { When } from '../time/when.tsx';
import { Badge } from '../ui/badge.tsx';
import { Breakable } from '../ui/breakable.tsx';

const OVER = { done: 'Done', declined: 'Declined', expired: 'Not done in time' } as const;

/** Who has a task, and by when it is due, or what became of it. */
export const TaskState = ({ task: { state, due, since, by, isMine, priority } }: { task: Task }) => {
  const now = useNow();
  if (state !== 'open' && state !== 'taken')
    return (
      <>
        <Badge tone={state === 'done' ? 'good' : 'plain'}>{OVER[state]}</Badge>
        <span>
          {since && <When at={since} style="ago" />}
          {by && (
            <>
              {' '}
              by <Breakable>{by}</Breakable>
            </>
          )}
        </span>
      </>
    );
  const isLate = Date.parse(due) <= now;
  return (
    <>
      {state === 'taken' && (
        <Badge tone="person">{isMine ? 'Yours' : <bdi>{`Taken by ${by ?? 'a colleague'}`}</bdi>}</Badge>
      )}
      {isLate && <Badge tone="bad">Late</Badge>}
      {!isLate && priority === 'urgent' && <Badge tone="wait">Urgent</Badge>}
      <span>
        {isLate ? 'was due ' : 'due '}
        <When at={due} style="ago" />
      </span>
    </>
  );
};
