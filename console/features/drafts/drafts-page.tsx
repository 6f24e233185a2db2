import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../shared/api/client-context.ts';
import { useMay } from '../../shared/session/me.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { count } from '../../shared/words/count.ts';
import { NotSaved } from '../../worker/workbook/not-saved.tsx';
import { isUnsaved } from '../../worker/workbook/sheet.ts';
import { useWorkbook } from '../../worker/workbook/use-workbook.ts';
import type { Workbook, WorkbookState } from '../../worker/workbook/workbook.ts';
import { Discard } from './discard.tsx';
import { LoadingDraft } from './loading-draft.tsx';
import { ScenarioFiles } from './scenario-files.tsx';
import { idOf, newJourney, newMoment } from './starts.ts';

const New = ({ workbook }: { workbook: Workbook }) => {
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState('journey');
  const isTaken = workbook.state().sheets[(kind === 'journey' ? newJourney : newMoment)(title).path] !== undefined;
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (idOf(title) === '' || isTaken) return;
    const { path, text } = kind === 'journey' ? newJourney(title) : newMoment(title);
    workbook.create(path, text);
    void navigate({ to: `/draft/${path}` });
  };
  return (
    <form onSubmit={start}>
      <Group align="flex-end" gap="sm">
        <SegmentedControl
          aria-label="What to write"
          value={kind}
          onChange={setKind}
          data={[
            { value: 'journey', label: 'A journey' },
            { value: 'moment', label: 'A moment' },
          ]}
        />
        <TextInput
          label="What people call it"
          placeholder={kind === 'journey' ? 'Thanks for a large order' : 'Order thanks'}
          value={title}
          error={isTaken && 'This name is taken'}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <Button type="submit" disabled={idOf(title) === '' || isTaken}>
          Begin
        </Button>
      </Group>
    </form>
  );
};

interface Line {
  path: string;
  change: string;
  isUnsaved: boolean;
  problems: number;
}

const linesOf = ({ sheets, findings }: WorkbookState): Line[] =>
  Object.entries(sheets)
    .map(([path, sheet]) => ({
      path,
      change: sheet.change,
      isUnsaved: isUnsaved(sheet),
      problems: findings.filter(({ file, isWarning }) => file === path && !isWarning).length,
    }))
    .toSorted((a, b) => a.path.localeCompare(b.path));

const COLUMNS: Column<Line>[] = [
  {
    title: 'File',
    kind: 'name',
    cell: ({ path }) => (
      <Go to={`/draft/${path}`}>
        <Breakable>{path}</Breakable>
      </Go>
    ),
  },
  {
    title: 'Beside what is published',
    cell: ({ change }) => (change === 'same' ? 'the same' : <Badge tone="wait">{change}</Badge>),
  },
  { title: 'Saved', cell: (line) => (line.isUnsaved ? <Badge tone="bad">not saved</Badge> : 'yes') },
  { title: 'Problems', kind: 'number', cell: ({ problems }) => problems },
];

/** Of a file that differs from what is published, or is not saved. */
const discardIn = (workbook: Workbook, { sheets }: WorkbookState): Column<Line> => ({
  title: 'Take back',
  cell: ({ path, change, isUnsaved: isOpen }) => {
    const sheet = sheets[path];
    return sheet && (change !== 'same' || isOpen) && <Discard workbook={workbook} path={path} sheet={sheet} />;
  },
});

interface FilesProps {
  title: string;
  lines: Line[];
  empty: string;
  columns?: Column<Line>[];
}

const Files = ({ title, lines, empty, columns = COLUMNS }: FilesProps) => (
  <Panel title={title}>
    {lines.length === 0 ? (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    ) : (
      <Table isPlain caption={title} columns={columns} items={lines} keyOf={({ path }) => path} />
    )}
  </Panel>
);

/** The draft: what is changed, what is wrong, and where to begin. */
export const DraftsPage = () => {
  const client = useClient();
  const may = useMay();
  const [workbook, state] = useWorkbook(client);
  const lines = linesOf(state);
  const isNew = (line: Line) => line.change !== 'same' || line.isUnsaved || line.problems > 0;
  const inFolder = (folder: string) => lines.filter(({ path }) => path.startsWith(folder));
  return (
    <Page
      title="Draft"
      lead="What is written here changes nothing for customers until it is published."
      actions={
        <Group gap="xs">
          {may('writeDraftFile') && (
            <Button
              variant="default"
              disabled={!lines.some((line) => line.isUnsaved)}
              onClick={() => void workbook.saveAll()}
            >
              Save all
            </Button>
          )}
          <Go to="/publish">Publish</Go>
        </Group>
      }
    >
      <LoadingDraft state={state} again={() => void workbook.load()}>
        <Stack gap="lg">
          <NotSaved sheets={state.sheets} />
          {may('writeDraftFile') && (
            <Panel title="Begin something new">
              <New workbook={workbook} />
            </Panel>
          )}
          {lines.some(isNew) ? (
            <Files
              title={`Changed: ${count(lines.filter(isNew).length, 'file')}`}
              lines={lines.filter(isNew)}
              empty=""
              columns={may('deleteDraftFile') ? [...COLUMNS, discardIn(workbook, state)] : COLUMNS}
            />
          ) : (
            <Empty title="Nothing is changed">Open a journey below, or begin a new one.</Empty>
          )}
          <Files title="Journeys" lines={inFolder('journeys/')} empty="There are none yet." />
          <Files title="Moments" lines={inFolder('moments/')} empty="There are none yet." />
          <ScenarioFiles
            workbook={workbook}
            journeys={inFolder('journeys/')
              .filter(isNew)
              .map(({ path }) => path)}
            lines={inFolder('scenarios/')}
            list={(title, files) => <Files title={title} lines={files} empty="There are none yet." />}
          />
          <Files title="Events and policy" lines={lines.filter(({ path }) => !path.includes('/'))} empty="" />
        </Stack>
      </LoadingDraft>
    </Page>
  );
};
