import { NativeSelect, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useClient } from '../../shared/api/client-context.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { SavedViews } from '../../shared/saved/saved-views.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { More } from '../../shared/ui/more.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { TaskList } from './task-list.tsx';
import { TaskView } from './task-view.tsx';
import classes from './tasks.module.css';
import { byNeed } from './urgency.ts';

const SPANS = [
  { value: '1', label: 'the last day' },
  { value: '7', label: 'the last 7 days' },
  { value: '14', label: 'the last 14 days' },
  { value: '90', label: 'the last 90 days' },
];

const USUAL = '14';

/** What people are asked to do for customers, who needs it most first, with their story beside it. */
export const TasksPage = () => {
  const { task: chosen, ...search } = useSearch({ from: '/shell/tasks' });
  const navigate = useNavigate();
  const client = useClient();
  const days = search.days ?? USUAL;
  const narrow = (next: Record<string, string>) => void navigate({ to: '/tasks', search: next, replace: true });
  const pages = usePages('listTasks', { days }, (after) => client('listTasks', { query: { days, after } }));
  return (
    <Page
      title="Tasks"
      lead="Work that journeys gave to people. Who feels worst, and has most open, stands first."
      actions={
        <NativeSelect
          aria-label="Of which days"
          data={SPANS}
          value={days}
          onChange={({ currentTarget: { value } }) => narrow(value === USUAL ? {} : { days: value })}
        />
      }
    >
      <SavedViews page="tasks" search={{ ...search }} open={narrow} />
      <Answer query={pages}>
        {(items) => {
          const tasks = items.toSorted(byNeed);
          const open = tasks.find(({ id }) => id === chosen) ?? tasks[0];
          return open === undefined ? (
            <Empty title="Nobody waits for a person">
              A journey gives work to people by a step such as <code>task: recovery-call</code>. What it says stands
              here, beside the customer’s story.
            </Empty>
          ) : (
            <div className={classes.columns}>
              <Stack gap="md">
                <TaskList
                  tasks={tasks}
                  chosen={open.id}
                  choose={(task) => void navigate({ to: '/tasks', search: { ...search, task }, replace: true })}
                />
                <More {...pages} />
              </Stack>
              <TaskView key={open.id} task={open} />
            </div>
          );
        }}
      </Answer>
    </Page>
  );
};
