import { Button, Menu } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useAct } from '../../shared/api/use-act.ts';
import { useMay, useMe } from '../../shared/session/me.ts';
import { inWords } from '../../shared/time/format.ts';

const STEPS = [
  ['1 hour', 'An hour'],
  ['1 day', 'A day'],
  ['7 days', 'A week'],
] as const;

/** The time of a local world, which is virtual: it can be moved ahead, to see what follows. */
export const Clock = () => {
  const me = useMe();
  const may = useMay();
  const { mutate, isPending } = useAct('advanceClock', {
    changes: [
      'me',
      'overview',
      'upcoming',
      'readCustomer',
      'searchCustomers',
      'listTasks',
      'listJourneys',
      'readJourney',
    ],
    says: ({ now }) => `It is ${inWords(now, 'moment', me?.zone)} now.`,
  });
  if (!me?.canAdvanceClock || !may('advanceClock')) return null;
  return (
    <Menu position="top-start" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          c="inherit"
          fw={400}
          px={0}
          justify="flex-start"
          loading={isPending}
          leftSection={<IconClock size={16} aria-hidden />}
        >
          {inWords(me.now, 'moment', me.zone)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Move time ahead, for good</Menu.Label>
        {STEPS.map(([advance, label]) => (
          <Menu.Item key={advance} onClick={() => mutate({ body: { advance } })}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
