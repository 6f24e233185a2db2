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
import { When } from '../../shared/time/when.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
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
          <bdi>{name ?? customer}</bdi>
        </Go>
        <div style={{ color: 'var(--mantine-color-dimmed)' }}>
          <bdi>{[name === undefined ? undefined : customer, email, phone].filter(Boolean).join(' · ')}</bdi>
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
    <Page title="Customers" lead="By a part of their name, email address, phone number or id.">
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
            <Empty title={search.q ? `Nobody is found by “${search.q}”` : 'Nobody is known yet'}>
              {search.q
                ? 'Try fewer letters, or another thing you know of them: a part is enough.'
                : 'Customers appear with their first event. Send one, or connect a system that does.'}
            </Empty>
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
