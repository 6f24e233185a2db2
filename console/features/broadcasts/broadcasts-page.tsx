import { Stack } from '@mantine/core';
import type { BroadcastTold } from '../../../functions/api/contract/broadcasts.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { crowdAddress } from '../../shared/routing/addresses.ts';
import { useMay } from '../../shared/session/me.ts';
import { When } from '../../shared/time/when.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import type { Tone } from '../../shared/ui/tone.ts';
import { number } from '../../shared/words/count.ts';
import { BroadcastActs } from './broadcast-acts.tsx';
import { Raise } from './raise.tsx';

/** Milliseconds. */
const LOOK_AGAIN = 10_000;

const STATES: Record<BroadcastTold['state'], { tone: Tone; says: string }> = {
  'under-way': { tone: 'wait', says: 'Under way' },
  stopped: { tone: 'bad', says: 'Stopped' },
  over: { tone: 'good', says: 'All asked' },
  retired: { tone: 'plain', says: 'No such event any more' },
};

const WhichEvent = ({ one: { type, id, about, crowd, fields } }: { one: BroadcastTold }) => {
  const may = useMay();
  return (
    <>
      <strong style={{ fontWeight: 600 }}>
        {crowd !== undefined && may('readCrowd') ? (
          <Go to={crowdAddress(crowd)}>Answer for many: {type}</Go>
        ) : (
          <Breakable>{type}</Breakable>
        )}
      </strong>
      <div dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {fields.map(({ name, value }) => `${name}: ${value}`).join(', ')}
      </div>
      <div style={{ color: 'var(--mantine-color-dimmed)', overflowWrap: 'anywhere' }}>
        {crowd === undefined && about ? about : <Breakable>{id}</Breakable>}
      </div>
    </>
  );
};

const COLUMNS: Column<BroadcastTold>[] = [
  { title: 'Event', kind: 'name', cell: (one) => <WhichEvent one={one} /> },
  {
    title: 'How far',
    // The way to stop it stands here, where a phone shows it without scrolling.
    cell: (one) => (
      <Stack gap={6} align="flex-start">
        <Badge tone={STATES[one.state].tone}>{STATES[one.state].says}</Badge>
        <BroadcastActs one={one} />
      </Stack>
    ),
  },
  {
    title: 'Asked',
    kind: 'number',
    cell: ({ asked, of, state }) =>
      of === undefined || state === 'over' ? number(asked) : `${number(asked)} of about ${number(of)}`,
  },
  { title: 'Told', kind: 'number', cell: ({ told }) => number(told) },
  {
    title: 'At most',
    kind: 'extra',
    cell: ({ perSecond }) => (perSecond === undefined ? '–' : `${number(perSecond)} a second`),
  },
  { title: 'Since', kind: 'extra', cell: ({ since }) => <When at={since} /> },
];

/** Events about everyone: how far each is, and the way to stop one. */
export const BroadcastsPage = () => {
  const query = useAnswer('listBroadcasts', {}, { refetchInterval: LOOK_AGAIN });
  return (
    <Page
      title="To everyone"
      actions={query.data && <Raise raisable={query.data.raisable} />}
      lead="Events about everyone, such as an outage that a monitor reports, and answers for many. All customers are asked whether it is about them, some at a time."
    >
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing was told to everyone in the last 90 days">
              An event in events.yaml with customer: everyone is asked of each customer, and told to those whom it
              affects.
            </Empty>
          ) : (
            <Table
              caption="Events about everyone, and how far each is"
              columns={COLUMNS}
              items={items}
              keyOf={({ broadcast }) => broadcast}
            />
          )
        }
      </Answer>
    </Page>
  );
};
