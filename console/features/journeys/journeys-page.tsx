import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JourneySummary } from '../../../functions/api/contract/journeys.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { journeyAddress } from '../../shared/routing/addresses.ts';
import { useMay } from '../../shared/session/me.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { number } from '../../shared/words/count.ts';
import classes from './journeys.module.css';

const COLUMNS: Column<JourneySummary>[] = [
  {
    title: 'Journey',
    kind: 'name',
    cell: ({ journey, title, about, isPaused }) => (
      <>
        <Go to={journeyAddress(journey)}>{title}</Go> {isPaused && <Badge tone="wait">paused</Badge>}
        {about && <p className={classes.about}>{about}</p>}
      </>
    ),
  },
  { title: 'Purpose', kind: 'extra', cell: ({ purpose }) => purpose },
  { title: 'In it', kind: 'number', cell: ({ running }) => number(running) },
  { title: 'Wait', kind: 'number', cell: ({ resting }) => number(resting.waiting) },
  { title: 'Held', kind: 'number', cell: ({ resting }) => number(resting.held) },
  { title: 'Listen', kind: 'number', cell: ({ resting }) => number(resting.listening) },
  { title: 'Sent in 7 days', kind: 'number', cell: ({ week }) => number(week.sent) },
  { title: 'Not sent', kind: 'number', cell: ({ week }) => number(week.suppressed) },
  { title: 'Goals', kind: 'number', cell: ({ week }) => number(week.goals) },
];

/** All journeys that are published, and who is in them. */
export const JourneysPage = () => {
  const may = useMay();
  const query = useAnswer('listJourneys', {});
  const write = may('writeDraftFile') && (
    <Button component={Link} to="/drafts" variant="default">
      Write a journey
    </Button>
  );
  return (
    <Page title="Journeys" lead="Who is where, and what came of it." actions={write}>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No journey is published yet" action={write}>
              Write the first one, try what would happen, and publish it.
            </Empty>
          ) : (
            <Table caption="Journeys" columns={COLUMNS} items={items} keyOf={({ journey }) => journey} />
          )
        }
      </Answer>
    </Page>
  );
};
