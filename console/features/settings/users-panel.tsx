import { Stack } from '@mantine/core';
import type { Role } from '../../../functions/api/contract/roles.ts';
import { useClient } from '../../shared/api/client-context.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { useMay } from '../../shared/session/me.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { More } from '../../shared/ui/more.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Invite } from './invite.tsx';
import { UserRow } from './user-row.tsx';

const Users = ({ all }: { all: Role[] }) => {
  const client = useClient();
  const pages = usePages('listUsers', {}, (after) => client('listUsers', { query: { after } }));
  return (
    <Panel title="Who may sign in">
      <Stack gap="lg">
        <Answer query={pages}>
          {(users) => (
            <Stack gap="md">
              {users.map((user) => (
                <UserRow key={user.user} user={user} all={all} />
              ))}
              <More {...pages} />
            </Stack>
          )}
        </Answer>
        <Invite all={all} />
      </Stack>
    </Panel>
  );
};

/** Who may sign in to a stage, and as what: for admins. */
export const UsersPanel = ({ all }: { all: Role[] }) => (useMay()('listUsers') ? <Users all={all} /> : null);
