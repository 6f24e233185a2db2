import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { RejectPlace } from '../../../functions/api/contract/events.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useMay } from '../../shared/session/me.ts';
import { Sure } from '../../shared/ui/sure.tsx';
import { rejectedInWords } from '../../shared/words/rejected.ts';

export interface PutBackProps {
  place: RejectPlace;
  reason: string | undefined;
}

/** Puts back what was not taken, once its cause is mended, or throws it away. */
export const PutBack = ({ place, reason }: PutBackProps) => {
  const may = useMay();
  const [isSure, setSure] = useState(false);
  const { mutate, isPending } = useAct('redriveRejects', {
    changes: ['listRejects', 'overview'],
    says: ({ says }) => says,
    done: () => setSure(false),
  });
  if (!may('redriveRejects')) return null;
  const which = reason === undefined ? 'all of them' : `those with “${rejectedInWords(reason)}”`;
  const of = { place, ...(reason === undefined ? {} : { reason }) };
  return (
    <>
      <Button variant="default" c="var(--tone-bad)" onClick={() => setSure(true)}>
        Discard
      </Button>
      <Button loading={isPending} onClick={() => mutate({ body: of })}>
        Put back
      </Button>
      <Sure
        isOpen={isSure}
        close={() => setSure(false)}
        title="Discard what was not taken"
        leave="Keep them"
        go="Discard for good"
        act={() => mutate({ body: { ...of, discard: true } })}
        isPending={isPending}
      >
        <Text>This throws away {which}. What they told is lost for good.</Text>
      </Sure>
    </>
  );
};
