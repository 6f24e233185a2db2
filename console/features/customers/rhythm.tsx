import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Preferences } from '../../../functions/api/contract/customers.ts';
import type { RequestInput } from '../../../functions/api/contract/routes.ts';
import { Frequency, HOURS, leaveRoom } from '../../../language/catalogue/known.ts';

const OFTEN: Record<Frequency, string> = {
  'as-now': 'as usual',
  fewer: 'half as often',
  necessary: 'only what they must know',
};

/** When nothing goes out where nobody chose, as somebody would most likely choose. */
const LIKELY = { from: '21:00', to: '08:00' };

interface RhythmGiven {
  preferences: Preferences;
  isFixed: boolean;
  change: (changes: RequestInput<'setPreferences'>['body']) => void;
}

/** How often they want to hear from us, and by which hours not. */
export const Rhythm = ({ preferences: { frequency, hours }, isFixed, change }: RhythmGiven) => {
  const [changed, setChanged] = useState<typeof LIKELY>();
  const quietHours = changed ?? hours ?? LIKELY;
  const choose = (end: 'from' | 'to') => (event: { currentTarget: { value: string } }) =>
    setChanged({ ...quietHours, [end]: event.currentTarget.value });
  return (
    <Stack gap="xs">
      <NativeSelect
        label="How often"
        description={frequency === undefined ? 'no choice made: as usual' : undefined}
        data={Frequency.options.map((value) => ({ value, label: OFTEN[value] }))}
        value={frequency ?? 'as-now'}
        disabled={isFixed}
        onChange={({ currentTarget: { value } }) => change({ frequency: Frequency.parse(value) })}
      />
      <Group align="end" gap="xs">
        <NativeSelect
          label="Quiet from"
          data={HOURS}
          value={quietHours.from}
          disabled={isFixed}
          onChange={choose('from')}
        />
        <NativeSelect label="Quiet to" data={HOURS} value={quietHours.to} disabled={isFixed} onChange={choose('to')} />
        <Button
          size="xs"
          variant="default"
          disabled={isFixed || !leaveRoom(quietHours.from, quietHours.to)}
          onClick={() => change({ hours: quietHours })}
        >
          {hours ? 'Change their quiet hours' : 'Give them these quiet hours'}
        </Button>
        {hours && (
          <Button size="xs" variant="default" disabled={isFixed} onClick={() => change({ hours: null })}>
            The usual hours again
          </Button>
        )}
      </Group>
    </Stack>
  );
};
