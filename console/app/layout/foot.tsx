import { ActionIcon, Group, NativeSelect, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { ABOUT, ROLES } from '../../shared/session/roles.ts';
import { useSession } from '../../shared/session/session-context.ts';

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

/** Who one is, and how it looks. Locally one chooses a role, to see what others see. */
export const Foot = () => {
  const { local } = useSession();
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      {local && (
        <NativeSelect
          label="You are"
          size="sm"
          flex={1}
          value={local.role}
          data={ROLES.map((role) => ({ value: role, label: role }))}
          title={`${local.role}: ${ABOUT[local.role]}`}
          onChange={({ currentTarget: { value } }) => {
            const role = ROLES.find((one) => one === value);
            if (role) local.choose(role);
          }}
        />
      )}
      <SchemeButton />
    </Group>
  );
};
