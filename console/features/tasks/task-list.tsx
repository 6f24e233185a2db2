import { UnstyledButton } from '@mantine/core';
import { MoodBadge } from '../../shared/person/mood-badge.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { TaskState } from '../../shared/work/task-state.tsx';
import work from '../../shared/work/work.module.css';
import { CrowdLine } from './crowd-line.tsx';
import type { Line } from './in-order.ts';
import classes from './tasks.module.css';

export interface TaskListProps {
  lines: Line[];
  selected: string | undefined;
  choose: (id: string) => void;
}

/** The queue: who needs it most stands first. */
export const TaskList = ({ lines, selected, choose }: TaskListProps) => (
  <ul className={classes.list}>
    {lines.map((line) => {
      if ('crowd' in line)
        return (
          <li key={line.crowd.crowd}>
            <CrowdLine crowd={line.crowd} />
          </li>
        );
      const { task } = line;
      const { id, subject, name, customer, mood, openIncidents, title } = task;
      return (
        <li key={id}>
          <UnstyledButton className={classes.task} aria-pressed={id === selected} onClick={() => choose(id)}>
            <span className={classes.subject} dir="auto">
              {subject}
            </span>
            <span className={work.about}>
              <bdi className={classes.name}>{name ?? customer}</bdi>
              {mood && <MoodBadge mood={mood} />}
              {openIncidents ? <Badge tone="bad">{openIncidents} open</Badge> : null}
            </span>
            <span className={work.about}>
              <TaskState task={task} />
            </span>
            <span className={work.about}>{title}</span>
          </UnstyledButton>
        </li>
      );
    })}
  </ul>
);
