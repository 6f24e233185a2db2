import { Autocomplete } from '@mantine/core';
import { useRef, useState } from 'react';
import type { CustomerSummary } from '../../../functions/api/contract/customers.ts';
import { useClient } from '../api/client-context.ts';
import { useMay } from '../session/me.ts';
import { tellFailure } from '../ui/tell.ts';

export interface FindCustomerProps {
  label: string;
  description?: string;
  placeholder: string;
  /** Their id; undefined where nothing is typed any more. */
  choose: (customer: string | undefined) => void;
}

/** One customer, by what the API finds them by: an id, an email, a phone or a name; nothing for who may not look for them. */
export const FindCustomer = ({ choose, ...labels }: FindCustomerProps) => {
  const client = useClient();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const [customers, setCustomers] = useState<CustomerSummary[]>([]);
  const last = useRef('');
  const look = async (q: string) => {
    last.current = q;
    setTyped(q);
    if (q === '') choose(undefined);
    if (q.length < 2) return;
    const { items } = await client('searchCustomers', { query: { q, count: 8 } });
    if (last.current === q) setCustomers(items);
  };
  const says = (id: string) => {
    const { name, email } = customers.find(({ customer }) => customer === id) ?? {};
    return [name, email, id].filter(Boolean).join(' · ');
  };
  if (!may('searchCustomers')) return null;
  return (
    <Autocomplete
      {...labels}
      data={customers.map(({ customer }) => customer)}
      // They were found by more than their id, by which the options would be looked through again.
      filter={({ options }) => options}
      renderOption={({ option }) => <bdi>{says(option.value)}</bdi>}
      value={typed}
      onChange={(q) => void look(q).catch(tellFailure)}
      onOptionSubmit={choose}
    />
  );
};
