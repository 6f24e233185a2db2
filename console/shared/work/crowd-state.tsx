import type { Crowd } from '../../../functions/api/contract/crowds.ts';
import { useNow } from '../time/now.ts';
import { When } from '../time/when.tsx';
import { Badge } from '../ui/badge.tsx';
import { number } from '../words/count.ts';

/** How many of a crowd wait, and by when whoever needs it most is due. */
export const CrowdState = ({ crowd: { open, taken, due, priority } }: { crowd: Crowd }) => {
  const now = useNow();
  const isLate = due !== undefined && Date.parse(due) <= now;
  return (
    <>
      <Badge tone={open > 0 ? 'wait' : 'plain'}>{open > 0 ? `${number(open)} wait` : 'Nobody waits'}</Badge>
      {taken > 0 && <Badge tone="person">{number(taken)} taken</Badge>}
      {isLate && <Badge tone="bad">Late</Badge>}
      {!isLate && priority === 'urgent' && <Badge tone="wait">Urgent</Badge>}
      {due !== undefined && (
        <span>
          {isLate ? 'first was due ' : 'first due '}
          <When at={due} style="ago" />
        </span>
      )}
    </>
  );
};
