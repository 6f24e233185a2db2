import { Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Story, StoryLine } from '../../../functions/api/contract/customers.ts';
import { GesturesPanel } from '../../shared/person/gestures-panel.tsx';
import { MoodBadge } from '../../shared/person/mood-badge.tsx';
import { MoodMoves } from '../../shared/person/mood-chart.tsx';
import { NotesPanel } from '../../shared/person/notes-panel.tsx';
import { IncidentsPanel, NextPanel } from '../../shared/person/now.tsx';
import { PromisesPanel } from '../../shared/person/promises-panel.tsx';
import { StoryList } from '../../shared/person/story-list.tsx';
import { customerAddress } from '../../shared/routing/addresses.ts';
import { When } from '../../shared/time/when.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { TasksPanel } from '../../shared/work/tasks-panel.tsx';
import agent from './agent.module.css';
import classes from './customer.module.css';
import { useStory } from './use-story.ts';
import { Marks, Who } from './who.tsx';

const MOST = 8;

const isSaid = ({ tone }: StoryLine): boolean =>
  tone === 'sent' || tone === 'person' || tone === 'good' || tone === 'bad';

const Mood = ({ story: { mood, zone } }: { story: Story }) => (
  <Panel title="How they feel">
    {mood.until && (
      <Text size="sm" mb="xs">
        If nothing else happens, it clears <When at={mood.until} zone={zone} />.
      </Text>
    )}
    {mood.moves.length === 0 ? (
      <Text c="dimmed">They have told us nothing about how they feel.</Text>
    ) : (
      <MoodMoves mood={mood} zone={zone} most={3} />
    )}
  </Panel>
);

const OneLook = ({ story, lines }: { story: Story; lines: StoryLine[] }) => {
  const newest = lines.filter(isSaid).slice(0, MOST);
  return (
    <>
      <header className={agent.head}>
        <Title order={1} size="h2" tabIndex={-1} className={classes.name}>
          <Breakable>{story.name ?? story.customer}</Breakable>{' '}
          <MoodBadge mood={story.mood.word} value={story.mood.score} />
          <Marks story={story} />
        </Title>
        <div className={agent.line}>
          <Who story={story} />
        </div>
        <a className={agent.line} href={customerAddress(story.customer)} target="_blank" rel="noopener">
          The whole story, in the console
        </a>
      </header>
      <TasksPanel customer={story.customer} />
      <IncidentsPanel story={story} />
      <PromisesPanel story={story} most={3} />
      <Mood story={story} />
      <Panel title="What was said, and by whom">
        {newest.length === 0 ? <Text c="dimmed">Nothing yet.</Text> : <StoryList lines={newest} zone={story.zone} />}
      </Panel>
      <GesturesPanel customer={story.customer} zone={story.zone} />
      <NextPanel story={story} />
      <NotesPanel story={story} />
    </>
  );
};

/** Somebody in one look, for a frame beside a conversation. */
export const AgentPage = () => {
  const { customer } = useParams({ from: '/frame/agent/$customer' });
  const query = useStory(customer);
  const { data } = query;
  useEffect(() => {
    document.title = `${data?.story.name ?? customer} · Tactful`;
  }, [data, customer]);
  return (
    <main className={agent.agent}>
      <Answer query={query}>{(data) => <OneLook {...data} />}</Answer>
    </main>
  );
};
