import { Text } from '@mantine/core';
import type { Story } from '../../../functions/api/contract/customers.ts';
import { journeyAddress } from '../routing/addresses.ts';
import { When } from '../time/when.tsx';
import { Badge } from '../ui/badge.tsx';
import { Go } from '../ui/go.tsx';
import { Panel } from '../ui/panel.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import type { Tone } from '../ui/tone.ts';
import { capital } from '../words/capital.ts';

/** What comes next by itself, the soonest first. */
export const NextPanel = ({ story: { next, zone } }: { story: Story }) => (
  <Panel title="What comes next">
    {next.length === 0 ? (
      <Text c="dimmed">Nothing is planned: it takes an event of theirs.</Text>
    ) : (
      <Rows>
        {next.map(({ at, title, step, says }) => (
          <Row
            key={`${at} ${title} ${step}`}
            about={
              <>
                <When at={at} zone={zone} /> · {title}, {step}
              </>
            }
          >
            {capital(says)}
          </Row>
        ))}
      </Rows>
    )}
  </Panel>
);

/** What is open: while it is, what could hurt waits. */
export const IncidentsPanel = ({ story: { incidents, zone } }: { story: Story }) => (
  <Panel title="What is open">
    {incidents.length === 0 ? (
      <Text c="dimmed">No ticket, no failure.</Text>
    ) : (
      <Rows>
        {incidents.map(({ kind, id, openedAt, endsAt }) => (
          <Row
            key={`${kind} ${id}`}
            about={
              <>
                {openedAt && (
                  <>
                    since <When at={openedAt} zone={zone} />
                  </>
                )}
                {endsAt && (
                  <>
                    {openedAt ? '; ' : ''}counts until <When at={endsAt} zone={zone} style="day" /> if nobody closes it
                  </>
                )}
              </>
            }
          >
            <Badge tone="bad">{kind}</Badge> <bdi>{id}</bdi>
          </Row>
        ))}
      </Rows>
    )}
  </Panel>
);

const DOING: Record<'waiting' | 'held' | 'listening', { tone: Tone; word: string }> = {
  waiting: { tone: 'plain', word: 'waits' },
  held: { tone: 'wait', word: 'is held' },
  listening: { tone: 'plain', word: 'listens' },
};

/** The journeys that run, and where they stand in each. */
export const JourneysPanel = ({ story: { enrolments, zone } }: { story: Story }) => (
  <Panel title="Where they are">
    {enrolments.length === 0 ? (
      <Text c="dimmed">In no journey.</Text>
    ) : (
      <Rows>
        {enrolments.map(({ enrolment, journey, title, per, startedAt, arms, step }) => (
          <Row
            key={enrolment}
            about={
              <>
                {step && (
                  <>
                    <Badge tone={DOING[step.doing].tone}>{DOING[step.doing].word}</Badge> at {step.step}
                    {step.because ? `: ${step.because}` : ''} until <When at={step.due} zone={zone} />.{' '}
                  </>
                )}
                Since <When at={startedAt} zone={zone} style="day" />
                {arms[journey] === 'control' ? ', in the control group' : ''}.
              </>
            }
          >
            <Go to={journeyAddress(journey)}>{title}</Go>
            {per && (
              <>
                {' '}
                for <bdi>{per}</bdi>
              </>
            )}
          </Row>
        ))}
      </Rows>
    )}
  </Panel>
);
