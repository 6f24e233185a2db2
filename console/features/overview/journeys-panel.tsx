import type { Overview } from '../../../functions/api/contract/overview.ts';
import { journeyAddress } from '../../shared/routing/addresses.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { number } from '../../shared/words/count.ts';
import { codeInWords, mostFirst } from '../../shared/words/reason.ts';

type Line = Overview['journeys'][number];

/** "38: 21 open incident, 17 quiet hours"; of one reason the number alone says it. */
const heldInWords = ({ held, heldFor }: Line['resting']): string => {
  const reasons = mostFirst(heldFor).map(([code, many]) => [codeInWords(code), number(many)] as const);
  const [first, ...rest] = reasons;
  if (!first) return number(held);
  if (rest.length === 0) return `${number(held)} ${first[0]}`;
  return `${number(held)}: ${reasons.map(([words, many]) => `${many} ${words}`).join(', ')}`;
};

const COLUMNS: Column<Line>[] = [
  {
    title: 'Journey',
    kind: 'name',
    cell: ({ journey, title, isPaused }) => (
      <>
        <Go to={journeyAddress(journey)}>{title}</Go> {isPaused && <Badge tone="wait">paused</Badge>}
      </>
    ),
  },
  { title: 'In it', kind: 'number', cell: ({ running }) => number(running) },
  { title: 'Wait', kind: 'number', cell: ({ resting }) => number(resting.waiting) },
  { title: 'Held, and for what', cell: ({ resting }) => heldInWords(resting) },
  { title: 'Listen', kind: 'number', cell: ({ resting }) => number(resting.listening) },
  { title: 'Sent', kind: 'number', cell: ({ week }) => number(week.sent) },
  { title: 'Goals', kind: 'number', cell: ({ week }) => number(week.goals) },
];

/** Who waits for what, journey by journey. */
export const JourneysPanel = ({ overview: { journeys } }: { overview: Overview }) => (
  <Panel title="Who waits for what" about="now; sent and goals in seven days">
    {journeys.length === 0 ? (
      <Empty title="No journey is published yet">Write the first one under Journeys, try it, and publish it.</Empty>
    ) : (
      <Table
        isPlain
        caption="Journeys and who is in them"
        columns={COLUMNS}
        items={journeys}
        keyOf={({ journey }) => journey}
      />
    )}
  </Panel>
);
