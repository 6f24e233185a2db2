import { Stack, Text } from '@mantine/core';
import type { Task } from '../../../functions/api/contract/work.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { GesturesPanel } from '../../shared/person/gestures-panel.tsx';
import { MoodMoves } from '../../shared/person/mood-chart.tsx';
import { NotesPanel } from '../../shared/person/notes-panel.tsx';
import { IncidentsPanel } from '../../shared/person/now.tsx';
import { StoryList } from '../../shared/person/story-list.tsx';
import { crowdAddress, customerAddress, journeyAddress } from '../../shared/routing/addresses.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { capital } from '../../shared/words/capital.ts';
import { TaskActs } from '../../shared/work/task-acts.tsx';
import { TaskState } from '../../shared/work/task-state.tsx';
import { TaskText } from '../../shared/work/task-text.tsx';
import work from '../../shared/work/work.module.css';
import classes from './tasks.module.css';

const MOST = 12;

/** A task, and beside it what one has to know of whom it is for. */
export const TaskView = ({ task }: { task: Task }) => {
  const { customer, name, subject, because, journey, title, said, crowd } = task;
  const story = useAnswer('readCustomer', { params: { customer }, query: {} });
  return (
    <div className={classes.beside}>
      <Panel
        title={subject}
        about={
          <Go to={customerAddress(customer)}>
            <Breakable>{name ?? customer}</Breakable>
          </Go>
        }
      >
        <Stack gap="sm">
          <div className={work.about}>
            <TaskState task={task} />
          </div>
          {said && <Text dir="auto">“{said}”</Text>}
          <TaskActs task={task} />
          <TaskText task={task} />
          <Text size="sm" c="dimmed">
            {because && `${capital(because)}. `}
            From <Go to={journeyAddress(journey)}>{title}</Go>.
            {crowd !== undefined && (
              <>
                {' '}
                One of <Go to={crowdAddress(crowd)}>many</Go> with the same matter.
              </>
            )}
          </Text>
        </Stack>
      </Panel>
      <Answer query={story}>
        {(story) => (
          <>
            <IncidentsPanel story={story} />
            {story.mood.moves.length > 0 && (
              <Panel title="What moved their mood">
                <MoodMoves mood={story.mood} zone={story.zone} most={4} />
              </Panel>
            )}
            <GesturesPanel customer={customer} zone={story.zone} />
            <NotesPanel story={story} />
            <Panel title="Story" about={<Go to={customerAddress(customer)}>all of it</Go>}>
              <StoryList lines={story.timeline.slice(0, MOST)} zone={story.zone} />
            </Panel>
          </>
        )}
      </Answer>
    </div>
  );
};
