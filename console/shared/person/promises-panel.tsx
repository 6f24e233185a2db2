import { Text } from '@mantine/core';
import type { PromiseNow, Story } from '../../../functions/api/contract/customers.ts';
import { When } from '../time/when.tsx';
import { Badge } from '../ui/badge.tsx';
import { Panel } from '../ui/panel.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import type { Tone } from '../ui/tone.ts';

const STATUS: Record<PromiseNow['status'], { tone: Tone; word: string }> = {
  made: { tone: 'plain', word: 'owed' },
  'due-soon': { tone: 'wait', word: 'runs out' },
  kept: { tone: 'good', word: 'kept' },
  broken: { tone: 'bad', word: 'broken' },
  'kept-late': { tone: 'wait', word: 'kept late' },
  released: { tone: 'plain', word: 'not followed' },
};

const About = ({ promise: { madeAt, due, status, at, event }, zone }: { promise: PromiseNow; zone: string }) => (
  <>
    said <When at={madeAt} zone={zone} />, by <When at={due} zone={zone} />
    {(status === 'kept' || status === 'kept-late') && (
      <>
        {'; done '}
        <When at={at} zone={zone} />
        {event && ` by ${event}`}
      </>
    )}
  </>
);

/** What our messages promised them: what is owed first. */
export const PromisesPanel = ({ story: { promises, zone }, most }: { story: Story; most?: number }) => (
  <Panel title="What we promised">
    {promises.length === 0 ? (
      <Text c="dimmed">Nothing that is owed, or was.</Text>
    ) : (
      <Rows>
        {promises.slice(0, most).map((promise) => (
          <Row key={promise.promise} about={<About promise={promise} zone={zone} />}>
            <Badge tone={STATUS[promise.status].tone}>{STATUS[promise.status].word}</Badge> {promise.title}
          </Row>
        ))}
      </Rows>
    )}
  </Panel>
);
