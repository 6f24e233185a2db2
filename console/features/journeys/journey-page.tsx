import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { JourneyGraph } from '../../../functions/api/contract/journeys.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Canvas } from '../../shared/journey/canvas.tsx';
import type { Drawing } from '../../shared/journey/drawing.ts';
import { StepList } from '../../shared/journey/step-list.tsx';
import { useMay } from '../../shared/session/me.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { count } from '../../shared/words/count.ts';
import { FactRow } from './fact-row.tsx';
import { type Doing, factsOf } from './facts.ts';
import classes from './journeys.module.css';
import { PeopleDrawer, type PeopleFilter } from './people-drawer.tsx';
import { JourneyPanel, StepPanel } from './step-panel.tsx';

const SPANS = [
  { value: '1', label: 'today' },
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
];

const REFRESH = 15_000;

const Pause = ({ graph }: { graph: JourneyGraph }) => {
  const may = useMay();
  const changes: ('readJourney' | 'listJourneys' | 'overview')[] = ['readJourney', 'listJourneys', 'overview'];
  const pause = useAct('pauseJourney', { changes, says: ({ says }) => says });
  const resume = useAct('resumeJourney', { changes, says: ({ says }) => says });
  const { mutate, isPending } = graph.isPaused ? resume : pause;
  if (!may(graph.isPaused ? 'resumeJourney' : 'pauseJourney')) return null;
  return (
    <Button
      variant={graph.isPaused ? 'filled' : 'default'}
      loading={isPending}
      onClick={() => mutate({ params: { journey: graph.journey } })}
    >
      {graph.isPaused ? 'Let it go on' : 'Pause'}
    </Button>
  );
};

const Look = ({ graph }: { graph: JourneyGraph }) => {
  const { step: selected, as } = useSearch({ from: '/shell/journeys/$journey' });
  const navigate = useNavigate({ from: '/journeys/$journey' });
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false;
  const [filter, setFilter] = useState<PeopleFilter>();
  const look = as ?? (isNarrow ? 'list' : 'canvas');
  const drawing = useMemo((): Drawing => ({ ...graph, on: graph.enter.on }), [graph]);
  const select = useCallback(
    (step: string | undefined) => {
      void navigate({ search: (before) => ({ ...before, step }), replace: true, resetScroll: false });
    },
    [navigate],
  );
  const facts = useCallback(
    (id: string) => {
      const step = graph.steps.find((each) => each.id === id);
      return step && factsOf(step).length > 0 ? (
        <FactRow step={step} show={(doing: Doing) => setFilter({ step: id, doing })} />
      ) : undefined;
    },
    [graph],
  );
  const step = graph.steps.find(({ id }) => id === selected);
  const label = `The steps of ${graph.title}`;
  return (
    <>
      <Group>
        <SegmentedControl
          aria-label="How it is shown"
          value={look}
          onChange={(next) => void navigate({ search: (before) => ({ ...before, as: next }), replace: true })}
          data={[
            { value: 'canvas', label: 'Canvas' },
            { value: 'list', label: 'List' },
          ]}
        />
      </Group>
      <div className={classes.body}>
        <div className={classes.look}>
          {look === 'canvas' ? (
            <Canvas drawing={drawing} label={label} selected={selected} select={select} facts={facts} />
          ) : (
            <div className={classes.scroll}>
              <StepList
                drawing={drawing}
                label={label}
                selected={selected}
                select={select}
                facts={(id) => <div className={classes.facts}>{facts(id)}</div>}
              />
            </div>
          )}
        </div>
        {step ? (
          <StepPanel step={step} show={(doing) => setFilter({ step: step.id, doing })} />
        ) : (
          <JourneyPanel graph={graph} />
        )}
      </div>
      <PeopleDrawer graph={graph} filter={filter} setFilter={setFilter} />
    </>
  );
};

/** A journey as it is published: where everybody is now, and what came of it. */
export const JourneyPage = () => {
  const { journey } = useParams({ from: '/shell/journeys/$journey' });
  const { days = '7' } = useSearch({ from: '/shell/journeys/$journey' });
  const navigate = useNavigate({ from: '/journeys/$journey' });
  const may = useMay();
  const query = useAnswer(
    'readJourney',
    { params: { journey }, query: { days: Number(days) } },
    { refetchInterval: REFRESH },
  );
  return (
    <Answer
      key={journey}
      query={query}
      onward={{ to: '/journeys', says: 'All journeys' }}
      failed={(failure) => <Page title={journey}>{failure}</Page>}
    >
      {(graph) => (
        <Page
          isWide
          title={graph.title}
          heading={
            <>
              {graph.title} {graph.isPaused && <Badge tone="wait">paused</Badge>}
            </>
          }
          lead={
            <>
              {graph.about} {count(graph.running, 'person', 'people')} in it now.
            </>
          }
          actions={
            <>
              <Select
                aria-label="Numbers of the last"
                w={120}
                allowDeselect={false}
                value={days}
                onChange={(next) =>
                  void navigate({ search: (before) => ({ ...before, days: next ?? '7' }), replace: true })
                }
                data={SPANS}
              />
              <Pause graph={graph} />
              {may('readDraftFile') && (
                <Button component={Link} to={`/draft/${graph.file}`}>
                  {may('writeDraftFile') ? 'Edit' : 'See how it is written'}
                </Button>
              )}
            </>
          }
        >
          <Look graph={graph} />
        </Page>
      )}
    </Answer>
  );
};
