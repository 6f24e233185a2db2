import { Button, Group, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClock } from '@tabler/icons-react';
import { useAct } from '../../shared/api/use-act.ts';
import { useMay, useMe } from '../../shared/session/me.ts';
import { inWords } from '../../shared/time/format.ts';
import classes from './side.module.css';

const STEPS = [
  ['1 hour', 'An hour'],
  ['1 day', 'A day'],
  ['7 days', 'A week'],
] as const;

/** The time of a local world, which is virtual: it can be moved ahead, to see what follows. */
export const Clock = () => {
  const me = useMe();
  const may = useMay();
  const [isOpen, { toggle }] = useDisclosure();
  const { mutate, isPending } = useAct('advanceClock', {
    changes: [
      'me',
      'overview',
      'upcoming',
      'readCustomer',
      'searchCustomers',
      'listTasks',
      'customerTasks',
      'listCrowds',
      'readCrowd',
      'crowdTasks',
      'listBroadcasts',
      'listTeams',
      'listJourneys',
      'readJourney',
    ],
    says: ({ now }) => `It is ${inWords(now, 'moment', me?.zone)} now.`,
  });
  if (!me?.canAdvanceClock || !may('advanceClock')) return null;
  return (
    <div>
      <UnstyledButton className={classes.clock} aria-expanded={isOpen} onClick={toggle} title="Move time ahead">
        <IconClock size={16} aria-hidden />
        {inWords(me.now, 'moment', me.zone)}
      </UnstyledButton>
      {isOpen && (
        <Group gap={4} mt={6} role="group" aria-label="Move time ahead, for good">
          {STEPS.map(([advance, label]) => (
            <Button
              key={advance}
              size="compact-xs"
              variant="default"
              disabled={isPending}
              onClick={() => mutate({ body: { advance } })}
            >
              {label}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
};
