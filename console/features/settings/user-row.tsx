import { Button, Checkbox, Group, Text } from '@mantine/core';
import type { Role } from '../../../functions/api/contract/roles.ts';
import type { User } from '../../../functions/api/contract/users.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { Breakable } from '../../shared/ui/breakable.tsx';
import classes from './settings.module.css';

const STATES: Record<User['state'], string> = {
  invited: 'invited, has not signed in yet',
  active: 'signs in with a password',
  'by-provider': 'comes by your own sign-in',
};

/** Somebody who may sign in: what they may, and whether they may at all. */
export const UserRow = ({ user: { user, name, roles, isEnabled, state, isMe }, all }: { user: User; all: Role[] }) => {
  const setRoles = useAct('setRoles', { changes: ['listUsers'], says: () => `Saved. It counts within half an hour.` });
  const setAccess = useAct('setAccess', {
    changes: ['listUsers'],
    says: (now) => (now.isEnabled ? `${name} may sign in again.` : `${name} is locked out.`),
  });
  const isFixed = setRoles.isPending || setAccess.isPending;
  return (
    <fieldset className={classes.user} disabled={isFixed}>
      <legend>
        <Breakable>{name}</Breakable>
        {isMe && ' (you)'}
      </legend>
      <Group gap="md">
        {all.map((role) => (
          <Checkbox
            key={role}
            label={role}
            checked={roles.includes(role)}
            disabled={isFixed || (isMe && role === 'admin')}
            onChange={({ currentTarget: { checked } }) =>
              setRoles.mutate({
                params: { user },
                body: { roles: checked ? [...roles, role] : roles.filter((one) => one !== role) },
              })
            }
          />
        ))}
      </Group>
      <Group justify="space-between" mt="xs">
        <Text size="sm" c="dimmed">
          {isEnabled ? STATES[state] : 'locked out'}
        </Text>
        {!isMe && (
          <Button
            size="xs"
            variant="default"
            aria-label={`${isEnabled ? 'Lock out' : 'Let in again'}: ${name}`}
            loading={setAccess.isPending}
            onClick={() => setAccess.mutate({ params: { user }, body: { isEnabled: !isEnabled } })}
          >
            {isEnabled ? 'Lock out' : 'Let in again'}
          </Button>
        )}
      </Group>
    </fieldset>
  );
};
