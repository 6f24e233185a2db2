import { Button, Stack, Text } from '@mantine/core';
import { IconLayoutSidebar } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { GesturesPanel } from '../../shared/person/gestures-panel.tsx';
import { MoodBadge } from '../../shared/person/mood-badge.tsx';
import { MoodChart, MoodMoves } from '../../shared/person/mood-chart.tsx';
import { NotesPanel } from '../../shared/person/notes-panel.tsx';
import { IncidentsPanel, JourneysPanel, NextPanel } from '../../shared/person/now.tsx';
import { PromisesPanel } from '../../shared/person/promises-panel.tsx';
import { ThemesPanel } from '../../shared/person/themes-panel.tsx';
import { Answer, Loading } from '../../shared/ui/answer.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { AnswerPanel } from './acting/answer-panel.tsx';
import { EventPanel } from './acting/event-panel.tsx';
import classes from './customer.module.css';
import { InboxPanel } from './inbox-panel.tsx';
import { KnownPanel } from './known-panel.tsx';
import { PersonalData } from './personal-data.tsx';
import { PreferencesPanel } from './preferences-panel.tsx';
import { StoryPanel } from './story-panel.tsx';
import { useStory } from './use-story.ts';
import { Marks, Who } from './who.tsx';

/** Somebody, as a stranger understands them: how they feel and why, what happened, what comes next. */
export const CustomerPage = () => {
  const { customer } = useParams({ from: '/shell/customers/$customer' });
  const query = useStory(customer);
  return (
    <Answer
      query={query}
      onward={{ to: '/customers', says: 'Look for another customer' }}
      loading={
        <Page title={customer} heading={<Breakable>{customer}</Breakable>}>
          <Loading label="Loading their story" />
        </Page>
      }
      failed={(failure) => (
        <Page title={customer} heading={<Breakable>{customer}</Breakable>}>
          {failure}
        </Page>
      )}
    >
      {({ story, lines }) => (
        <Page
          title={story.name ?? customer}
          heading={
            <span className={classes.name}>
              <Breakable>{story.name ?? customer}</Breakable>{' '}
              <MoodBadge mood={story.mood.word} value={story.mood.score} />
              <Marks story={story} />
            </span>
          }
          lead={<Who story={story} />}
          actions={
            <>
              <Button
                component="a"
                href={`/agent/${encodeURIComponent(customer)}`}
                variant="default"
                size="sm"
                leftSection={<IconLayoutSidebar size={16} aria-hidden />}
              >
                Agent’s view
              </Button>
              <PersonalData customer={story.customer} />
            </>
          }
        >
          <div className={classes.columns}>
            <div className={classes.column}>
              <Panel title="Mood, and what moved it">
                {story.mood.moves.length === 0 ? (
                  <Text c="dimmed">They have told us nothing about how they feel, so we take them for calm.</Text>
                ) : (
                  <Stack gap={0}>
                    <MoodChart mood={story.mood} zone={story.zone} />
                    <MoodMoves mood={story.mood} zone={story.zone} />
                  </Stack>
                )}
              </Panel>
              <AnswerPanel customer={story.customer} lines={lines} zone={story.zone} />
              <EventPanel customer={story.customer} />
              <InboxPanel customer={story.customer} zone={story.zone} />
              <StoryPanel lines={lines} zone={story.zone} more={query} />
            </div>
            <div className={classes.column}>
              <NextPanel story={story} />
              <IncidentsPanel story={story} />
              <GesturesPanel customer={story.customer} zone={story.zone} />
              <PromisesPanel story={story} />
              <JourneysPanel story={story} />
              <NotesPanel story={story} />
              <ThemesPanel story={story} />
              <PreferencesPanel story={story} />
              <KnownPanel story={story} />
            </div>
          </div>
        </Page>
      )}
    </Answer>
  );
};
