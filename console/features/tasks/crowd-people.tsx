import { Group, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Task } from '../../../functions/api/contract/work.ts';
import { useClient } from '../../shared/api/client-context.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { MoodBadge } from '../../shared/person/mood-badge.tsx';
import { customerAddress } from '../../shared/routing/addresses.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { More } from '../../shared/ui/more.tsx';
import { TaskActs } from '../../shared/work/task-acts.tsx';
import { TaskState } from '../../shared/work/task-state.tsx';
import work from '../../shared/work/work.module.css';
import classes from './tasks.module.css';

const LISTS = [
  { value: 'open', label: 'Waiting' },
  { value: 'taken', label: 'Taken' },
  { value: 'over', label: 'Over' },
] as const;

const NOBODY = {
  open: 'Nobody of them waits for a person any more.',
  taken: 'Nobody of them is looked after by themselves. Take one under Waiting.',
  over: 'Of nobody it is over yet.',
};

const Person = ({ task }: { task: Task }) => {
  const { customer, name, mood, openIncidents, said } = task;
  return (
    <li className={classes.person}>
      <span className={work.about}>
        <Go to={customerAddress(customer)}>
          <Breakable>{name ?? customer}</Breakable>
        </Go>
        {mood && <MoodBadge mood={mood} />}
        {openIncidents ? <Badge tone="bad">{openIncidents} open</Badge> : null}
      </span>
      <span className={work.about}>
        <TaskState task={task} />
        {said && <span dir="auto">“{said}”</span>}
      </span>
      <TaskActs task={task} />
    </li>
  );
};

/** Whom one kind of work of a crowd is for, who needs it most first. Each can be looked at, and taken, by themselves. */
export const CrowdPeople = ({ crowd, moment }: { crowd: string; moment: string }) => {
  const client = useClient();
  const [list, setList] = useState<(typeof LISTS)[number]['value']>('open');
  const pages = usePages('crowdTasks', { crowd, moment, list }, (after) =>
    client('crowdTasks', { params: { crowd }, query: { moment, list, after } }),
  );
  return (
    <Stack gap="sm">
      <Group>
        <SegmentedControl
          aria-label="Which of them"
          data={[...LISTS]}
          value={list}
          onChange={(value) => setList(LISTS.find((one) => one.value === value)?.value ?? 'open')}
        />
      </Group>
      <Answer query={pages}>
        {(tasks) =>
          tasks.length === 0 ? (
            <Empty title={NOBODY[list]} />
          ) : (
            <>
              <ul className={classes.list}>
                {tasks.map((task) => (
                  <Person key={`${task.customer} ${task.id}`} task={task} />
                ))}
              </ul>
              <More {...pages} />
            </>
          )
        }
      </Answer>
    </Stack>
  );
};
