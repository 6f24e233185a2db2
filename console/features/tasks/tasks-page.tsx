import { Button, SegmentedControl, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Task } from '../../../functions/api/contract/work.ts';
import { useClient } from '../../shared/api/client-context.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { SavedViews } from '../../shared/saved/saved-views.tsx';
import { useNow } from '../../shared/time/now.ts';
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

const listOf = (text: string | undefined): List => LISTS.find(({ value }) => value === text)?.value ?? USUAL;

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
  const { task: selected, ...search } = useSearch({ from: '/shell/tasks' });
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
  const both = hasCrowds ? { ...(pages.error ? pages : crowds), data: crowds.data && pages.data } : pages;
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
      <TeamDays selected={team} choose={(nextTeam) => show(list, nextTeam)} />
      <Answer query={both}>
        {() => {
          const tasks = pages.data ?? [];
          const many = hasCrowds ? (crowds.data?.items ?? []) : [];
          const lines = inOrder(tasks, many, pages.hasNextPage);
          return (
            <Columns
              key={`${list} ${team}`}
              lines={lines}
              isOld={pages.isPlaceholderData}
              selected={selected}
              open={open}
              none={<Empty title={NOTHING[list].title}>{NOTHING[list].says}</Empty>}
              above={list !== 'over' && pages.hasNextPage && <OnlyLate tasks={tasks} />}
              more={<More {...pages} />}
            />
          );
        }}
      </Answer>
    </Page>
  );
};

/**
 * What one looks at stays until one chooses another, though it leaves the list: once it is taken, it no longer stands under Open.
 * Undefined where what was chosen is not in the list.
 */
const useBeside = (tasks: readonly Task[], selected: string | undefined, isOld: boolean): Task | undefined => {
  const [lastTask, setLastTask] = useState<Task>();
  const id = selected ?? lastTask?.id;
  const taskInList = tasks.find((task) => task.id === id);
  const left = taskInList === undefined && lastTask?.id === id ? lastTask : undefined;
  const theirs = useAnswer(
    'customerTasks',
    { params: { customer: left?.customer ?? '' } },
    { enabled: left !== undefined },
  );
  const [first] = tasks;
  const beside =
    taskInList ??
    (left && (theirs.data?.items.find((task) => task.id === left.id) ?? left)) ??
    (selected === undefined || isOld ? first : undefined);
  if (!isOld && beside && beside !== lastTask) setLastTask(beside);
  return beside;
};

/** Where late work fills what is shown, it says where to find what is due now. */
const OnlyLate = ({ tasks }: { tasks: readonly Task[] }) => {
  const now = useNow();
  if (tasks.length === 0 || tasks.some(({ due }) => now < Date.parse(due))) return null;
  return (
    <Text size="sm" c="dimmed" mb="sm">
      All of these are late. What is due next stands below them: show more, and decline what nobody will do any more.
    </Text>
  );
};

interface ColumnsProps {
  lines: Line[];
  /** These are still the lines of another list. */
  isOld: boolean;
  selected: string | undefined;
  open: (task: string | undefined) => void;
  none: ReactNode;
  above: ReactNode;
  more: ReactNode;
}

/** The queue, and beside it the task that was chosen, else the first; where there is no room for both, one of them. */
const Columns = ({ lines, isOld, selected, open, none, above, more }: ColumnsProps) => {
  const tasks = lines.flatMap((line) => ('task' in line ? [line.task] : []));
  const beside = useBeside(tasks, selected, isOld);
  const queue = lines.length === 0 ? none : <TaskList lines={lines} selected={selected ?? beside?.id} choose={open} />;
  if (!beside && selected === undefined) return <div className={classes.queue}>{queue}</div>;
  return (
    <div className={classes.columns} data-chosen={selected === undefined ? undefined : true}>
      <div className={classes.queue}>
        {above}
        {queue}
        {more}
      </div>
      <div className={classes.beside}>
        <Button className={classes.back} variant="default" size="xs" onClick={() => open(undefined)}>
          Back to the queue
        </Button>
        {beside ? (
          <TaskView key={beside.id} task={beside} />
        ) : (
          <Empty title="This task is not in this list">
            Somebody may have taken it, or it is over. Look under Mine, Taken or Over.
          </Empty>
        )}
      </div>
    </div>
  );
};
