import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { BroadcastTold } from '../../../functions/api/contract/broadcasts.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useMay } from '../../shared/session/me.ts';
import { Sure } from '../../shared/ui/sure.tsx';

const changes = ['listBroadcasts', 'readCrowd'] as const;

/** Stops an event about everyone that is under way, or lets it go on. */
export const BroadcastActs = ({ one: { broadcast, state, type } }: { one: BroadcastTold }) => {
  const may = useMay();
  const [isSure, setSure] = useState(false);
  const stop = useAct('stopBroadcast', { changes: [...changes], says: ({ says }) => says, done: () => setSure(false) });
  const resume = useAct('resumeBroadcast', { changes: [...changes], says: ({ says }) => says });
  const params = { broadcast };
  if (!may('stopBroadcast') || (state !== 'under-way' && state !== 'stopped')) return null;
  if (state === 'stopped')
    return (
      <Button size="compact-sm" variant="default" loading={resume.isPending} onClick={() => resume.mutate({ params })}>
        Go on
      </Button>
    );
  return (
    <>
      <Button size="compact-sm" variant="default" c="var(--tone-bad)" onClick={() => setSure(true)}>
        Stop
      </Button>
      <Sure
        isOpen={isSure}
        close={() => setSure(false)}
        title={`Stop ${type}`}
        leave="Let it go on"
        go="Stop it"
        act={() => stop.mutate({ params })}
        isPending={stop.isPending}
      >
        <Text>
          Within a few seconds nobody more is told. Nothing is taken back from those who were: send what closes it. It
          can go on later from where it stands.
        </Text>
      </Sure>
    </>
  );
};
