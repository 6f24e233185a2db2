import { UnstyledButton } from '@mantine/core';
import type { Task } from '../../../functions/api/contract/work.ts';
import { MoodBadge } from '../../shared/person/mood-badge.tsx';
import { When } from '../../shared/time/when.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import classes from './tasks.module.css';

export interface TaskListProps {
  tasks: Task[];
  chosen: string | undefined;
  choose: (id: string) => void;
}

/** The queue: who needs it most stands first. */
export const TaskList = ({ tasks, chosen, choose }: TaskListProps) => (
  <ul className={classes.list}>
    {tasks.map(({ id, at, subject, name, customer, mood, openIncidents, title }) => (
      <li key={id}>
        <UnstyledButton className={classes.task} aria-pressed={id === chosen} onClick={() => choose(id)}>
          <span className={classes.top}>
            <span className={classes.subject} dir="auto">
              {subject}
            </span>
          </span>
          <span className={classes.about}>
            <bdi className={classes.name}>{name ?? customer}</bdi>
            {mood && <MoodBadge mood={mood} />}
            {openIncidents ? <Badge tone="bad">{openIncidents} open</Badge> : null}
          </span>
          <span className={classes.about}>
            <span>
              {title} · <When at={at} style="ago" />
            </span>
          </span>
        </UnstyledButton>
      </li>
    ))}
  </ul>
);
