import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { BacktestResult } from '../../../functions/api/contract/drafts.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useJob } from '../../shared/api/use-job.ts';
import { useMay } from '../../shared/session/me.ts';
import { inWords } from '../../shared/time/format.ts';
import { Empty } from '../../shared/ui/empty.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { type BacktestLine, backtestLines, triedInWords } from '../../shared/words/backtest.ts';
import { count, number } from '../../shared/words/count.ts';
import { outcomeInWords } from '../../shared/words/reason.ts';
import { FILE } from './use-policy.ts';

const signed = (value: number): string => (value > 0 ? `+${number(value)}` : `−${number(-value)}`);

const COLUMNS: Column<BacktestLine>[] = [
  { title: 'Journey', kind: 'name', cell: ({ title }) => title },
  { title: 'What', cell: ({ outcome }) => outcome },
  { title: 'As it went', kind: 'number', cell: ({ before }) => number(before) },
  { title: 'Under these rules', kind: 'number', cell: ({ after }) => number(after) },
  { title: 'Difference', kind: 'number', cell: ({ before, after }) => signed(after - before) },
];

const Result = ({ result }: { result: BacktestResult }) => {
  const lines = backtestLines(result, outcomeInWords);
  const of = `${triedInWords(result)}, ${inWords(result.from, 'day')} to ${inWords(result.to, 'day')}`;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {of}. For {count(result.differing, 'customer')} something would have been decided otherwise.
      </Text>
      {lines.length === 0 ? (
        <Empty title="Nothing would have been different">
          For what happened in these days, the old rules and the new say the same.
        </Empty>
      ) : (
        <Table caption="What would have been different" columns={COLUMNS} items={lines} keyOf={({ key }) => key} />
      )}
    </Stack>
  );
};

const DAYS = 30;

/** How the last 30 days would have gone under the new rules, beside how they went. */
export const Backtest = ({ text }: { text: string }) => {
  const may = useMay();
  const [backtest, setBacktest] = useState<{ job: string; text: string }>();
  const { mutate, isPending } = useAct('backtestDraft', {
    changes: [],
    done: ({ job }) => setBacktest({ job, text }),
  });
  const { data: job, error } = useJob(backtest?.job);
  const result = BacktestResult.safeParse(job?.result);
  const isRunning = isPending || job?.state === 'running';
  if (!may('backtestDraft')) return null;
  return (
    <Panel title="The last 30 days under these rules">
      <Stack gap="md">
        <Group>
          <Button
            variant="default"
            loading={isRunning}
            onClick={() => mutate({ body: { files: { [FILE]: text }, days: DAYS } })}
          >
            {result.success ? 'Play them again' : 'Play the last 30 days'}
          </Button>
          {backtest && backtest.text !== text && !isRunning && (
            <Text size="sm" c="dimmed">
              You have changed something since.
            </Text>
          )}
        </Group>
        {job?.state === 'running' && (
          <Progress
            aria-label="How far it is"
            value={(job.progress.done / Math.max(1, job.progress.total)) * 100}
            animated
          />
        )}
        {error && <Failure error={error} />}
        {job?.state === 'failed' && job.problem && <Failure error={new Error(job.problem.detail)} />}
        {job?.state === 'done' && result.success && <Result result={result.data} />}
      </Stack>
    </Panel>
  );
};
