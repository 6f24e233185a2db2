import { Button, SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useClient } from '../../shared/api/client-context.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { SavedViews } from '../../shared/saved/saved-views.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { More } from '../../shared/ui/more.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { inOrder, type Line } from './in-order.ts';
import { TaskList } from './task-list.tsx';
import { TaskView } from './task-view.tsx';
import classes from './tasks.module.css';
import { TeamDays } from './team-days.tsx';

const LISTS = [
  { value: 'open', label: 'Open' },
  { value: 'mine', label: 'Mine' },
  { value: 'taken', label: 'Taken' },
  { value: 'over', label: 'Over' },
] as const;
type List = (typeof LISTS)[number]['value'];

const USUAL: List = 'open';

const listOf = (written: string | undefined): List => LISTS.find(({ value }) => value === written)?.value ?? USUAL;

const NOTHING: Record<List, { title: string; says: string }> = {
  open: {
    title: 'Nobody waits for a person',
    says: 'A journey gives work to people by a step such as task: recovery-call. What it says stands here, beside the customer’s story.',
  },
  mine: { title: 'You have taken nothing', says: 'Take a task under Open: then others see that you have it.' },
  taken: {
    title: 'Nobody has taken anything',
    says: 'What somebody has taken stands here until it is done, or given back.',
  },
  over: { title: 'Nothing was done yet', says: 'What was done, declined or not done in time stands here for 30 days.' },
};

/** What people are asked to do for customers, who needs it most first, with their story beside it. */
export const TasksPage = () => {
  const { task: chosen, ...search } = useSearch({ from: '/shell/tasks' });
  const navigate = useNavigate();
  const client = useClient();
  const list = listOf(search.list);
  const narrow = (next: Record<string, string>) => void navigate({ to: '/tasks', search: next, replace: true });
  const open = (task: string | undefined) =>
    void navigate({ to: '/tasks', search: { ...search, ...(task !== undefined && { task }) } });
  const { team } = search;
  const which = { list, ...(team !== undefined && { team }) };
  const pages = usePages('listTasks', which, (after) => client('listTasks', { query: { ...which, after } }));
  const show = (next: List, of: string | undefined) =>
    narrow({ ...(next !== USUAL && { list: next }), ...(of !== undefined && { team: of }) });
  // What many wait for stands among those who wait; it may be of several teams.
  const hasCrowds = list === 'open' && team === undefined;
  const crowds = useAnswer('listCrowds', {}, { enabled: hasCrowds });
  const both = hasCrowds && crowds.data === undefined ? { ...crowds, data: undefined } : pages;
  return (
    <Page
      title="Tasks"
      lead="Work that journeys gave to people. Who needs it most stands first: by when it is due, how grave it is and how they feel."
      actions={
        <SegmentedControl
          aria-label="Which tasks"
          data={[...LISTS]}
          value={list}
          onChange={(value) => show(listOf(value), team)}
        />
      }
    >
      <SavedViews page="tasks" search={{ ...search }} open={narrow} />
      <TeamDays chosen={team} choose={(chosen) => show(list, chosen)} />
      <Answer query={both}>
        {() => {
          const tasks = pages.data ?? [];
          const many = hasCrowds ? (crowds.data?.items ?? []) : [];
          const lines = inOrder(tasks, many, pages.hasNextPage);
          return lines.length === 0 ? (
            <Empty title={NOTHING[list].title}>{NOTHING[list].says}</Empty>
          ) : (
            <Columns lines={lines} chosen={chosen} open={open} more={<More {...pages} />} />
          );
        }}
      </Answer>
    </Page>
  );
};

interface ColumnsProps {
  lines: Line[];
  chosen: string | undefined;
  open: (task: string | undefined) => void;
  more: ReactNode;
}

/** The queue, and beside it the task that was chosen, else the first; where there is no room for both, one of them. */
const Columns = ({ lines, chosen, open, more }: ColumnsProps) => {
  const tasks = lines.flatMap((line) => ('task' in line ? [line.task] : []));
  const shown = tasks.find(({ id }) => id === chosen);
  const [first] = tasks;
  const beside = shown ?? first;
  if (!beside)
    return (
      <div className={classes.queue}>
        <TaskList lines={lines} chosen={undefined} choose={open} />
      </div>
    );
  return (
    <div className={classes.columns} data-chosen={shown ? true : undefined}>
      <div className={classes.queue}>
        <TaskList lines={lines} chosen={beside.id} choose={open} />
        {more}
      </div>
      <div className={classes.beside}>
        <Button className={classes.back} variant="default" size="xs" onClick={() => open(undefined)}>
          Back to the queue
        </Button>
        <TaskView key={beside.id} task={beside} />
      </div>
    </div>
  );
};
