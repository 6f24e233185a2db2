import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Overview } from '../../../functions/api/contract/overview.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useMay } from '../../shared/session/me.ts';
import { inWords } from '../../shared/time/format.ts';
import { Answer, Loading } from '../../shared/ui/answer.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { count } from '../../shared/words/count.ts';
import { Attention } from './attention.tsx';
import { Calendar } from './calendar.tsx';
import { Figures } from './figures.tsx';
import { JourneysPanel } from './journeys-panel.tsx';
import { PromisesPanel } from './promises-panel.tsx';

type Span = 'today' | 'week';

const SPANS: { value: Span; label: string }[] = [
  { value: 'today', label: 'Today' },
  { value: 'week', label: 'These seven days' },
];

const Lead = ({ overview: { customers, running } }: { overview: Overview }) => {
  const may = useMay();
  const under = `${count(running, 'journey')} under way`;
  if (customers === undefined) return <p>{under}</p>;
  const total = count(customers, 'customer');
  return (
    <p>
      {may('searchCustomers') ? <Go to="/customers">{total}</Go> : total}, {under}
    </p>
  );
};

/** A stage does not count its customers: there, that nobody was and is in a journey, and nothing was refused. */
const isUntouched = ({ customers, running, week, rejected }: Overview): boolean =>
  customers === undefined
    ? running + Object.keys(rejected).length === 0 &&
      Object.values(week).every((figure) => typeof figure !== 'number' || figure === 0)
    : customers === 0;

const Untouched = ({ overview }: { overview: Overview }) => (
  <>
    {overview.customers === undefined ? (
      <Empty
        title="Nothing has happened in these seven days"
        action={<Go to="/journeys">Look at the journeys that wait for it</Go>}
      >
        Once one of your systems puts an event on this stage’s bus, such as a sign-up, what follows from it stands here
        within a minute, and what could not be taken under “Not taken”.
      </Empty>
    ) : (
      <Empty title="Nothing has happened yet">
        Tactful waits for its first event. Send one from your systems or by <code>tactful</code>, and see here what
        follows from it.
      </Empty>
    )}
    {overview.alarms.length > 0 && <Attention overview={overview} />}
  </>
);

const Everything = ({ overview, span }: { overview: Overview; span: Span }) => {
  if (isUntouched(overview)) return <Untouched overview={overview} />;
  return (
    <>
      <Figures
        figures={overview[span]}
        label={span === 'today' ? 'What became of everybody today' : 'What became of everybody in these seven days'}
      />
      <Attention overview={overview} />
      <JourneysPanel overview={overview} />
      <PromisesPanel />
      <Calendar from={overview.day} />
    </>
  );
};

/** What became of everybody, who waits for what, and what wants to be looked at. */
export const OverviewPage = () => {
  const [span, setSpan] = useState<Span>('week');
  const query = useAnswer('overview', {}, { refetchInterval: 30_000 });
  const { data } = query;
  return (
    <Page
      title="Overview"
      heading={data ? inWords(data.now, 'today', data.zone) : 'Overview'}
      lead={data && !isUntouched(data) ? <Lead overview={data} /> : undefined}
      actions={
        data &&
        !isUntouched(data) && (
          <SegmentedControl aria-label="Of which days" data={SPANS} value={span} onChange={setSpan} />
        )
      }
    >
      <Answer query={query} loading={<Loading label="Loading the overview" height={56} />}>
        {(overview) => <Everything overview={overview} span={span} />}
      </Answer>
    </Page>
  );
};
