import { Button, Text, TextInput } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../shared/api/use-act.ts';
import { useMay } from '../../shared/session/me.ts';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Sure } from '../../shared/ui/sure.tsx';

/** Hands a text to the browser as a file. */
const download = (name: string, value: unknown): void => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

const Export = ({ customer }: { customer: string }) => {
  const { mutate, isPending } = useAct('exportCustomer', {
    changes: [],
    says: () => 'Their data is in your downloads.',
    done: (all) => download('customer.json', all),
  });
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={isPending}
      onClick={() => mutate({ params: { customer } })}
    >
      Export
    </Button>
  );
};

const Erase = ({ customer }: { customer: string }) => {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leave = async () => {
    await navigate({ to: '/customers' });
    // They stand in their story, in tasks, in lists of people: all that is not on the screen is forgotten.
    queries.removeQueries({ type: 'inactive' });
  };
  const { mutate, isPending } = useAct('eraseCustomer', {
    changes: ['searchCustomers'],
    says: ({ says }) => says,
    done: () => void leave(),
  });
  return (
    <>
      <Button
        variant="default"
        size="sm"
        c="var(--tone-bad)"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Erase
      </Button>
      <Sure
        isOpen={isOpen}
        close={() => setOpen(false)}
        title="Erase everything about them"
        leave="Keep them"
        go="Erase for good"
        act={() => mutate({ params: { customer } })}
        isReady={typed === customer}
        isPending={isPending}
      >
        <Text>
          What they told us, what they were sent, their mood, their choices: all of it goes, and nothing brings it back.
          That they want no more messages stays with their address.
        </Text>
        <TextInput
          label={
            <>
              To be sure, type their id: <Breakable>{customer}</Breakable>
            </>
          }
          value={typed}
          data-autofocus
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
      </Sure>
    </>
  );
};

/** What the law gives everybody: all that is held of them, and that it goes. */
export const PersonalData = ({ customer }: { customer: string }) => {
  const may = useMay();
  return (
    <>
      {may('exportCustomer') && <Export customer={customer} />}
      {may('eraseCustomer') && <Erase customer={customer} />}
    </>
  );
};
