import '@mantine/spotlight/styles.css';
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { IconRoute, IconSearch, IconUser, type TablerIcon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAnswer } from '../shared/api/use-answer.ts';
import { customerAddress, journeyAddress } from '../shared/routing/addresses.ts';
import { groupsFor } from '../shared/routing/navigation.ts';
import { useMay } from '../shared/session/me.ts';
import { GROUPS } from './features.ts';

const FEW = 6;
const LEAST = 2;

interface Destination {
  id: string;
  label: string;
  description?: string;
  to: string;
  icon: TablerIcon;
}

/** Customers by what is typed, and journeys: of both only what one may see. */
const useDestinations = (query: string): { customers: Destination[]; journeys: Destination[] } => {
  const may = useMay();
  const people = useAnswer(
    'searchCustomers',
    { query: { q: query, count: FEW } },
    { enabled: query.length >= LEAST && may('searchCustomers') },
  );
  const journeys = useAnswer('listJourneys', {}, { enabled: may('listJourneys') });
  return {
    customers: (people.data?.items ?? []).map(({ customer, name, email }) => ({
      id: `customer ${customer}`,
      label: name ?? customer,
      description: [customer, email].filter((text) => text !== undefined).join(' · '),
      to: customerAddress(customer),
      icon: IconUser,
    })),
    journeys: (journeys.data?.items ?? []).map(({ journey, title }) => ({
      id: `journey ${journey}`,
      label: title,
      description: 'Its canvas, and who is in it',
      to: journeyAddress(journey),
      icon: IconRoute,
    })),
  };
};

/** Everything one can go to, by a few letters: pages, journeys, customers. It opens as soon as it is there. */
export const Palette = ({ close }: { close: () => void }) => {
  const navigate = useNavigate();
  const may = useMay();
  const [query, setQuery] = useState('');
  useEffect(() => spotlight.open(), []);
  const { customers, journeys } = useDestinations(query.trim());
  const actionOf = ({ id, label, description, to, icon: Icon }: Destination) => ({
    id,
    label,
    ...(description === undefined ? {} : { description }),
    leftSection: <Icon size={20} stroke={1.6} aria-hidden />,
    onClick: () => void navigate({ to }),
  });
  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Pages',
      actions: groupsFor(GROUPS, may).flatMap(({ items }) =>
        items.map(({ to, label, about, icon }) => actionOf({ id: to, label, description: about, to, icon })),
      ),
    },
    { group: 'Journeys', actions: journeys.map(actionOf) },
    // The API has found them, whatever of them it was that matched.
    { group: 'Customers', actions: customers.map((customer) => ({ ...actionOf(customer), keywords: [query] })) },
  ];
  return (
    <Spotlight
      actions={groups.filter(({ actions }) => actions.length > 0)}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={close}
      shortcut={null}
      highlightQuery
      scrollable
      maxHeight={440}
      nothingFound="Nothing has that name. Try other letters."
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: 'A page, a journey, somebody’s name or address',
        'aria-label': 'Find a page, a journey or a customer',
      }}
    />
  );
};
