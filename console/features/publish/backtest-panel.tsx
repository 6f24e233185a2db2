import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { BacktestResult } from '../../../functions/api/contract/drafts.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useJob } from '../../shared/api/use-job.ts';
import { customerAddress } from '../../shared/routing/addresses.ts';
import { useMay } from '../../shared/session/me.ts';
import { Go } from '../../shared/ui/go.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { type BacktestLine, backtestLines, triedInWords } from '../../shared/words/backtest.ts';
import { count, number } from '../../shared/words/count.ts';
import { codeInWords } from '../../shared/words/reason.ts';
import { JobProgress } from './job-progress.tsx';

const COLUMNS: Column<BacktestLine>[] = [
  { title: 'Journey', kind: 'name', cell: ({ title }) => title },
  { title: 'What', cell: ({ outcome }) => outcome },
  { title: 'As it went', kind: 'number', cell: ({ before }) => number(before) },
  { title: 'By this draft', kind: 'number', cell: ({ after }) => number(after) },
];

const SOME = 10;

const Result = ({ result }: { result: BacktestResult }) => {
  const lines = backtestLines(result, codeInWords);
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {triedInWords(result)}: for {count(result.differing, 'customer')} something would have been decided otherwise.
      </Text>
      {lines.length > 0 && (
        <Table caption="What would have been different" columns={COLUMNS} items={lines} keyOf={({ key }) => key} />
      )}
      {result.people.length > 0 && (
        <Text size="sm">
          Such as{' '}
          {result.people.slice(0, SOME).map(({ customer }, index) => (
            <span key={customer}>
              {index > 0 && ', '}
              <Go to={customerAddress(customer)}>{customer}</Go>
            </span>
          ))}
          .
        </Text>
      )}
    </Stack>
  );
};

const DAYS = 30;

/** How the last 30 days would have gone by the draft. */
export const BacktestPanel = () => {
  const may = useMay();
  const [started, setStarted] = useState<string>();
  const { mutate, isPending } = useAct('backtestDraft', { changes: [], done: ({ job }) => setStarted(job) });
  const { data: job, error } = useJob(started);
  const result = BacktestResult.safeParse(job?.result);
  if (!may('backtestDraft')) return null;
  return (
    <Panel title="The last 30 days by this draft">
      <Stack gap="md">
        <Group>
          <Button
            variant="default"
            loading={isPending || job?.state === 'running'}
            onClick={() => mutate({ body: { days: DAYS } })}
          >
            Play the last 30 days
          </Button>
        </Group>
        <JobProgress job={job} error={error} />
        {job?.state === 'done' && result.success && <Result result={result.data} />}
      </Stack>
    </Panel>
  );
};
