import { Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { CustomerSummary } from '../../../functions/api/contract/customers.ts';
import { useClient } from '../../shared/api/client-context.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { MoodBadge } from '../../shared/person/mood-badge.tsx';
import { customerAddress } from '../../shared/routing/addresses.ts';
import { SavedViews } from '../../shared/saved/saved-views.tsx';
import { useMe } from '../../shared/session/me.ts';
import { When } from '../../shared/time/when.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { More } from '../../shared/ui/more.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';

const COLUMNS: Column<CustomerSummary>[] = [
  {
    title: 'Who',
    kind: 'name',
    cell: ({ customer, name, email, phone }) => (
      <>
        <Go to={customerAddress(customer)}>
          <Breakable>{name ?? customer}</Breakable>
        </Go>
        <div style={{ color: 'var(--mantine-color-dimmed)' }}>
          <Breakable>{[name === undefined ? undefined : customer, email, phone].filter(Boolean).join(' · ')}</Breakable>
        </div>
      </>
    ),
  },
  { title: 'Mood', cell: ({ mood }) => <MoodBadge mood={mood} /> },
  {
    title: 'Open',
    cell: ({ openIncidents }) => (openIncidents > 0 ? <Badge tone="bad">{openIncidents} open</Badge> : null),
  },
  { title: 'In', kind: 'extra', cell: ({ journeys }) => journeys.map(({ title }) => title).join(', ') || '–' },
  { title: 'Last change', kind: 'extra', cell: ({ changedAt }) => <When at={changedAt} style="ago" /> },
];

/** Why the list is empty, and what to do. A stage does not list everybody: it finds whom one names. */
const Nobody = ({ q }: { q: string | undefined }) => {
  const me = useMe();
  if (q) {
    return (
      <Empty title={`Nobody is found by “${q}”`}>
        Try the beginning of their name or email address, their whole phone number, or their id.
      </Empty>
    );
  }
  return me?.isLocal === false ? (
    <Empty title="Whom do you look for?">
      Type the beginning of their name or email address, their phone number, or their id.
    </Empty>
  ) : (
    <Empty title="Nobody is known yet">
      Customers appear with their first event. Send one, or connect a system that does.
    </Empty>
  );
};

const WAIT = 250;

/** Everybody, or whom one looks for. */
export const CustomersPage = () => {
  const search = useSearch({ from: '/shell/customers' });
  const navigate = useNavigate();
  const client = useClient();
  const [typed, setTyped] = useState(search.q ?? '');
  const open = (next: Record<string, string>) => {
    setTyped(next.q ?? '');
    void navigate({ to: '/customers', search: next, replace: true });
  };
  const look = useDebouncedCallback((q: string) => {
    void navigate({ to: '/customers', search: q.trim() === '' ? {} : { q: q.trim() }, replace: true });
  }, WAIT);
  const pages = usePages('searchCustomers', search, (after) =>
    client('searchCustomers', { query: { ...search, after } }),
  );
  return (
    <Page title="Customers" lead="By the beginning of a name or email address, a phone number, or an id.">
      <Stack gap="sm">
        <TextInput
          type="search"
          aria-label="Search customers"
          placeholder="Name, email, phone or id"
          size="md"
          maw={520}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            look(value);
          }}
        />
        <SavedViews page="customers" search={{ ...search }} open={open} />
      </Stack>
      <Answer query={pages}>
        {(items) =>
          items.length === 0 ? (
            <Nobody q={search.q} />
          ) : (
            <Stack gap="md">
              <Table caption="Customers" columns={COLUMNS} items={items} keyOf={({ customer }) => customer} />
              <More {...pages} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
};
