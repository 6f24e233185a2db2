import type { Story } from '../../../functions/api/contract/customers.ts';
import { fromNow, inWords } from '../../shared/time/format.ts';
import { useNow } from '../../shared/time/now.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';

const YEAR = 365;
const MONTH = 30;

const tenure = (days: number): string => {
  if (days >= 2 * YEAR) return `${Math.floor(days / YEAR)} years`;
  if (days >= 2 * MONTH) return `${Math.floor(days / MONTH)} months`;
  return days === 1 ? '1 day' : `${Math.floor(days)} days`;
};

/** Who somebody is, in a line: since when, heard when, and what time it is for them. */
export const Who = ({
  story: { customer, ids, tenureDays, firstSeenAt, lastHeardAt, zone, asOf },
}: {
  story: Story;
}) => {
  const now = useNow();
  const parts = [
    tenureDays === undefined
      ? `known since ${inWords(firstSeenAt, 'day', zone)}`
      : `customer for ${tenure(tenureDays)}`,
    lastHeardAt === undefined ? 'never wrote to us' : `last heard ${fromNow(lastHeardAt, now)}`,
    `${inWords(asOf, 'time', zone)} for them (${zone})`,
  ];
  return (
    <p>
      <Breakable>{customer}</Breakable>
      {ids.length > 1 && <span title={ids.join(', ')}> (and {ids.length - 1} more)</span>} · {parts.join(' · ')}
    </p>
  );
};

/** What one has to know before one writes to them. */
export const Marks = ({ story: { closedAt, protectedBy, preferences, zone } }: { story: Story }) => (
  <>
    {closedAt && <Badge tone="plain">account closed {inWords(closedAt, 'day', zone)}</Badge>}
    {protectedBy && <Badge tone="wait">only care since {inWords(protectedBy.at, 'day', zone)}</Badge>}
    {preferences.frequency === 'necessary' && <Badge tone="wait">wants only what they must know</Badge>}
    {preferences.frequency === 'fewer' && <Badge tone="wait">asked for fewer messages</Badge>}
    {preferences.pausedUntil && <Badge tone="wait">paused until {inWords(preferences.pausedUntil, 'day', zone)}</Badge>}
  </>
);
