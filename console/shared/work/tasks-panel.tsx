import { Stack, Text } from '@mantine/core';
import { useAnswer } from '../api/use-answer.ts';
import { useMay } from '../session/me.ts';
import { Answer } from '../ui/answer.tsx';
import { Panel } from '../ui/panel.tsx';
import { TaskActs } from './task-acts.tsx';
import { TaskState } from './task-state.tsx';
import { TaskText } from './task-text.tsx';
import classes from './work.module.css';

/** What people are asked to do for one customer, and can do here. Nothing where nothing is open. */
export const TasksPanel = ({ customer }: { customer: string }) => {
  const may = useMay();
  const query = useAnswer('customerTasks', { params: { customer } });
  if (!may('customerTasks')) return null;
  return (
    <Answer query={query}>
      {({ items }) => {
        const openTasks = items.filter(({ state }) => state === 'open' || state === 'taken');
        if (openTasks.length === 0) return null;
        return (
          <Panel title="To be done for them">
            <Stack gap="lg">
              {openTasks.map((task) => (
                <Stack key={task.id} gap="xs">
                  <Text fw={600} dir="auto">
                    {task.subject}
                  </Text>
                  <div className={classes.about}>
                    <TaskState task={task} />
                  </div>
                  <TaskText task={task} />
                  <TaskActs task={task} />
                </Stack>
              ))}
            </Stack>
          </Panel>
        );
      }}
    </Answer>
  );
};
