import { Text } from '@mantine/core';
import type { Story } from '../../../functions/api/contract/customers.ts';
import { When } from '../../shared/time/when.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Row, Rows } from '../../shared/ui/rows.tsx';
import { capital } from '../../shared/words/capital.ts';

const spaced = (name: string): string =>
  name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A time as a time; anything else as it is. */
const Value = ({ value, zone }: { value: string | number | boolean; zone: string }) =>
  typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? (
    <When at={value} zone={zone} style="date" />
  ) : (
    <Breakable>{String(value)}</Breakable>
  );

/** What is known of them, and where from. */
export const KnownPanel = ({ story: { known, answers, zone } }: { story: Story }) => (
  <Panel title="What we know, and where from">
    {known.length + answers.length === 0 ? (
      <Text c="dimmed">Nothing but their id.</Text>
    ) : (
      <Rows>
        {known.map(({ name, value, provenance, event, at, since, isSensitive }) => (
          <Row
            key={name}
            about={
              <>
                {provenance}, by {event}, <When at={at} zone={zone} style="day" />
                {since && (
                  <>
                    {', the same since '}
                    <When at={since} zone={zone} style="day" />
                  </>
                )}
              </>
            }
          >
            {capital(spaced(name))}:{' '}
            <strong style={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
              <Value value={value} zone={zone} />
            </strong>{' '}
            {isSensitive && <Badge tone="wait">a hard time</Badge>}
          </Row>
        ))}
        {answers.map(({ scale, score, at }) => (
          <Row key={`${scale} ${at}`} about={<When at={at} zone={zone} />}>
            Answered {scale.toUpperCase()}: <strong style={{ fontWeight: 600 }}>{score}</strong>
          </Row>
        ))}
      </Rows>
    )}
  </Panel>
);
