import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { GROUPS } from './features.ts';

/** Everything one can go to, by a few letters. */
export const Palette = () => {
  const navigate = useNavigate();
  const actions = GROUPS.flatMap(({ items }) =>
    items.map(({ to, label, about, icon: Icon }) => ({
      id: to,
      label,
      description: about,
      leftSection: <Icon size={20} stroke={1.6} aria-hidden />,
      onClick: () => void navigate({ to }),
    })),
  );
  return (
    <Spotlight
      actions={actions}
      shortcut={['mod + K', '/']}
      nothingFound="Nothing has that name. Try other letters."
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: 'Where to?',
        'aria-label': 'Find a page, a customer or a journey',
      }}
    />
  );
};
