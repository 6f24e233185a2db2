import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { RouteName } from '../../../functions/api/contract/paths.ts';
import type { Version } from '../../../functions/api/contract/versions.ts';
import { useClient } from '../../shared/api/client-context.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useJob } from '../../shared/api/use-job.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { useMay } from '../../shared/session/me.ts';
import { When } from '../../shared/time/when.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { More } from '../../shared/ui/more.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { DifferenceView } from './difference-view.tsx';
import { JobProgress } from './job-progress.tsx';

const Compared = ({ from, to }: { from: string; to: string }) => {
  const query = useAnswer('diffVersion', {
    params: { version: Number(from) },
    query: { to: to === 'draft' ? 'draft' : Number(to) },
  });
  return <Answer query={query}>{(difference) => <DifferenceView difference={difference} />}</Answer>;
};

const Compare = ({ versions }: { versions: readonly Version[] }) => {
  const { from, to } = useSearch({ from: '/shell/versions' });
  const navigate = useNavigate({ from: '/versions' });
  const options = versions.map(({ number }) => ({ value: String(number), label: `Version ${number}` }));
  const put = (search: { from?: string; to?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true });
  return (
    <Panel title="Compare two">
      <Stack gap="md">
        <Group gap="xs">
          <Select
            aria-label="From"
            placeholder="From"
            data={options}
            value={from ?? null}
            onChange={(next) => put({ from: next ?? '' })}
          />
          <Select
            aria-label="To"
            placeholder="To"
            data={[{ value: 'draft', label: 'The draft' }, ...options]}
            value={to ?? null}
            onChange={(next) => put({ to: next ?? '' })}
          />
        </Group>
        {from && to ? (
          <Compared from={from} to={to} />
        ) : (
          <Text size="sm" c="dimmed">
            Choose two, and see what differs line by line.
          </Text>
        )}
      </Stack>
    </Panel>
  );
};

const CHANGES: RouteName[] = ['listVersions', 'me', 'diffVersion', 'listJourneys', 'listMoments'];

const RollBack = ({ version, close }: { version: Version | undefined; close: () => void }) => {
  const [note, setNote] = useState('');
  const [started, setStarted] = useState<string>();
  const { mutate, isPending } = useAct('rollBack', {
    changes: [],
    done: ({ job }) => setStarted(job),
  });
  const { data: job, error } = useJob(started, CHANGES);
  const isRunning = isPending || job?.state === 'running';
  const [versionBefore, setVersionBefore] = useState(version);
  if (version !== versionBefore) {
    setVersionBefore(version);
    // What is still under way stays to be seen.
    if (version && !isRunning) {
      setNote('');
      setStarted(undefined);
    }
  }
  return (
    <Modal
      opened={version !== undefined}
      onClose={close}
      title={`Go back to version ${version?.number}`}
      closeButtonProps={{ 'aria-label': 'Stay with what is published' }}
    >
      <Stack gap="md">
        <Text size="sm">
          Its contents are published again, under a new number. People under way go on where they stand.
        </Text>
        <Textarea
          label="Why"
          data-autofocus
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <JobProgress job={job} error={error} />
        {job?.state === 'done' ? (
          <Group>
            <Text size="sm" role="status" c="var(--tone-good)">
              It is published again.
            </Text>
            <Button onClick={close}>Good</Button>
          </Group>
        ) : (
          <Group>
            <Button
              color="brick"
              disabled={note.trim() === ''}
              loading={isRunning}
              onClick={() => version && mutate({ params: { version: version.number }, body: { note } })}
            >
              Go back
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
};

const columns = (back: ((version: Version) => void) | undefined): Column<Version>[] => [
  {
    title: 'Version',
    kind: 'name',
    cell: ({ number, isPublished, restores }) => (
      <>
        {number} {isPublished && <Badge tone="good">published</Badge>}{' '}
        {restores !== undefined && <Badge>as {restores}</Badge>}
      </>
    ),
  },
  { title: 'When', cell: ({ at }) => <When at={at} /> },
  { title: 'Who', cell: ({ by, via }) => `${by.name}, by ${via}` },
  { title: 'What, and why', kind: 'name', cell: ({ note }) => <span dir="auto">{note}</span> },
  ...(back
    ? [
        {
          title: 'Back',
          cell: (version: Version) =>
            !version.isPublished && (
              <Button size="compact-sm" variant="default" onClick={() => back(version)}>
                Go back to {version.number}
              </Button>
            ),
        },
      ]
    : []),
];

/** What was published, by whom and why; two beside each other; and the way back. */
export const VersionsPage = () => {
  const client = useClient();
  const may = useMay();
  const [rollbackVersion, setRollbackVersion] = useState<Version>();
  const query = usePages('listVersions', {}, (after) =>
    client('listVersions', { query: { ...(after !== undefined && { after }) } }),
  );
  return (
    <Page title="Versions" lead="What was published, by whom and why.">
      <Answer query={query}>
        {(versions) =>
          versions.length === 0 ? (
            <Empty title="Nothing is published yet">Publish the draft: that is the first version.</Empty>
          ) : (
            <Stack gap="lg">
              <Table
                caption="Versions"
                columns={columns(may('rollBack') ? setRollbackVersion : undefined)}
                items={versions}
                keyOf={({ number }) => String(number)}
              />
              <More {...query} />
              <Compare versions={versions} />
            </Stack>
          )
        }
      </Answer>
      <RollBack version={rollbackVersion} close={() => setRollbackVersion(undefined)} />
    </Page>
  );
};
