import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { ROLES } from '../../shared/session/local.ts';
import { useMe } from '../../shared/session/me.ts';
import { useSession } from '../../shared/session/session-context.ts';
import { Clock } from './clock.tsx';

const SchemeButton = () => {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={isDark ? 'Use light colours' : 'Use dark colours'}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
};

const Person = () => {
  const me = useMe();
  const { local, signOut } = useSession();
  if (local) {
    return (
      <NativeSelect
        label="You look as"
        size="sm"
        flex={1}
        value={local.role}
        data={ROLES.map((role) => ({ value: role, label: role }))}
        onChange={({ currentTarget: { value } }) => {
          const role = ROLES.find((one) => one === value);
          if (role) local.choose(role);
        }}
      />
    );
  }
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      <Text size="sm" fw={550} truncate>
        <bdi>{me?.user.name}</bdi>
      </Text>
      {signOut && (
        <Button variant="transparent" size="compact-xs" px={0} onClick={() => void signOut()}>
          Sign out
        </Button>
      )}
    </div>
  );
};

/** Who one is, what time it is here, and how it looks. Locally one chooses a role, to see what others see. */
export const Foot = () => (
  <>
    <Clock />
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <Person />
      <SchemeButton />
    </Group>
  </>
);
