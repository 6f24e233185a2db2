import { Chip, Group, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Reject, RejectPlace } from '../../../functions/api/contract/events.ts';
import { useClient } from '../../shared/api/client-context.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { customerAddress } from '../../shared/routing/addresses.ts';
import { SavedViews } from '../../shared/saved/saved-views.tsx';
import { When } from '../../shared/time/when.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { More } from '../../shared/ui/more.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Segments } from '../../shared/ui/segments.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { capital } from '../../shared/words/capital.ts';
import { number } from '../../shared/words/count.ts';
import { mostFirst } from '../../shared/words/reason.ts';
import { rejectedInWords } from '../../shared/words/rejected.ts';
import { PutBack } from './put-back.tsx';

const PLACES: { value: RejectPlace; label: string; empty: string }[] = [
  { value: 'rejects', label: 'Refused', empty: 'Every event was taken: none was refused.' },
  {
    value: 'intake',
    label: 'Stuck before intake',
    empty: 'Nothing is stuck: what failed for a fault of ours was tried again.',
  },
  {
    value: 'inbound',
    label: 'Stuck mails',
    empty: 'No mail that came in is stuck. Whose a mail is that is stuck is not shown.',
  },
  { value: 'stream', label: 'Stuck after a commit', empty: 'Nothing is stuck: every commit was carried on.' },
];

const COLUMNS: Column<Reject>[] = [
  {
    title: 'Why',
    kind: 'name',
    cell: ({ reason, message, count }) => (
      <>
        <strong style={{ fontWeight: 600 }}>{capital(rejectedInWords(reason))}</strong>
        {count === undefined ? '' : ` × ${number(count)}`}
        <div dir="auto">{message}</div>
      </>
    ),
  },
  {
    title: 'Event',
    kind: 'name',
    cell: ({ event, id }) => (
      <>
        <Breakable>{event ?? 'of no known type'}</Breakable>
        <div style={{ color: 'var(--mantine-color-dimmed)', overflowWrap: 'anywhere' }}>
          <bdi>{id}</bdi>
        </div>
      </>
    ),
  },
  {
    title: 'Customer',
    kind: 'extra',
    cell: ({ customer }) =>
      customer === undefined ? (
        '–'
      ) : (
        <Go to={customerAddress(customer)}>
          <Breakable>{customer}</Breakable>
        </Go>
      ),
  },
  { title: 'When', kind: 'extra', cell: ({ at }) => (at ? <When at={at} /> : '–') },
];

const Reasons = ({
  byReason,
  selected,
  choose,
}: {
  byReason: Record<string, number>;
  selected: string | undefined;
  choose: (reason: string | undefined) => void;
}) => (
  <Group gap="xs">
    {mostFirst(byReason).map(([reason, many]) => (
      <Chip key={reason} size="sm" checked={reason === selected} onChange={(isOn) => choose(isOn ? reason : undefined)}>
        {capital(rejectedInWords(reason))} {number(many)}
      </Chip>
    ))}
  </Group>
);

const keyOf = ({ id, at, event, reason, customer }: Reject): string => [id, at, event, reason, customer].join(' ');

/** Events that were not taken, why, and the way back for them. */
export const RejectsPage = () => {
  const search = useSearch({ from: '/shell/rejects' });
  const navigate = useNavigate();
  const client = useClient();
  const place = PLACES.find(({ value }) => value === search.place) ?? PLACES[0];
  if (!place) throw new Error('There is no place for what was not taken.');
  const narrow = (next: Record<string, string>) => void navigate({ to: '/rejects', search: next, replace: true });
  const filter = { place: place.value, ...(search.reason === undefined ? {} : { reason: search.reason }) };
  const pages = usePages('listRejects', filter, (after) => client('listRejects', { query: { ...filter, after } }));
  const reasons = pages.first?.byReason ?? {};
  return (
    <Page
      title="Not taken"
      lead="Nothing that comes in is lost without a word. Mend the cause, such as a field in events.yaml, and put them back."
      actions={(pages.data?.length ?? 0) > 0 && <PutBack place={place.value} reason={search.reason} />}
    >
      <Stack gap="sm" align="flex-start">
        <Segments
          aria-label="Where"
          data={PLACES.map(({ value, label }) => ({ value, label }))}
          value={place.value}
          onChange={(value) => narrow(value === 'rejects' ? {} : { place: value })}
        />
        <Reasons
          byReason={reasons}
          selected={search.reason}
          choose={(reason) => {
            const { reason: _, ...rest } = search;
            narrow({ ...rest, ...(reason === undefined ? {} : { reason }) });
          }}
        />
        <SavedViews page="rejects" search={{ ...search }} open={narrow} />
      </Stack>
      <Answer query={pages}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="Nothing is here">
              {search.reason === undefined ? place.empty : 'Nothing is left for this reason.'}
            </Empty>
          ) : (
            <Stack gap="md">
              <Table caption="Events that were not taken" columns={COLUMNS} items={items} keyOf={keyOf} />
              <More {...pages} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
};
