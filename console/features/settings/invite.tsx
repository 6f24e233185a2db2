import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Role } from '../../../functions/api/contract/roles.ts';
import { useAct } from '../../shared/api/use-act.ts';

/** Lets a colleague sign in. */
export const Invite = ({ all }: { all: Role[] }) => {
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['viewer']);
  const { mutate, isPending } = useAct('inviteUser', {
    changes: ['listUsers'],
    says: ({ name }) => `${name} gets a mail with a password for three days.`,
    done: () => setEmail(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ body: { email: email.trim(), roles } });
  };
  return (
    <form onSubmit={submit} aria-label="Invite a colleague">
      <Stack gap="sm">
        <TextInput
          type="email"
          required
          label="Email address of a colleague"
          autoComplete="off"
          maxLength={128}
          value={email}
          onChange={({ currentTarget: { value } }) => setEmail(value)}
        />
        <Checkbox.Group
          label="What they may"
          value={roles}
          onChange={(names) => setRoles(Role.options.filter((role) => names.includes(role)))}
        >
          <Group gap="md" mt={4}>
            {all.map((role) => (
              <Checkbox key={role} value={role} label={role} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group>
          <Button type="submit" loading={isPending}>
            Invite
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
