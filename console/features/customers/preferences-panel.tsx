import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Story } from '../../../functions/api/contract/customers.ts';
import type { RequestInput } from '../../../functions/api/contract/routes.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useMay } from '../../shared/session/me.ts';
import { useNow } from '../../shared/time/now.ts';
import { When } from '../../shared/time/when.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import classes from './preferences.module.css';
import { Rhythm } from './rhythm.tsx';

type Changes = RequestInput<'setPreferences'>['body'];

const PAUSE = 30 * 86_400_000;

/** What they want to hear of, by which way; changed on their behalf, with how they asked. */
export const PreferencesPanel = ({ story: { customer, preferences, zone } }: { story: Story }) => {
  const may = useMay();
  const now = useNow();
  const [request, setRequest] = useState('');
  const { mutate, isPending } = useAct('setPreferences', {
    changes: ['readCustomer'],
    says: () => 'Saved. It counts from now on, everywhere.',
  });
  const isFixed = !may('setPreferences') || isPending;
  const change = (changes: Changes) =>
    mutate({ params: { customer }, body: { ...changes, ...(request.trim() === '' ? {} : { asked: request.trim() }) } });
  const choiceOf = (isOn: boolean) => (isOn ? 'granted' : 'withdrawn');
  const { topics, channels, pausedUntil } = preferences;
  return (
    <Panel title="What they chose">
      <Stack gap="md">
        {may('setPreferences') && (
          <TextInput
            label="How they asked for it"
            description="Stands beside each change that you make for them."
            placeholder="Such as: on the phone"
            maxLength={500}
            value={request}
            onChange={({ currentTarget: { value } }) => setRequest(value)}
          />
        )}
        <fieldset className={classes.choices} disabled={isFixed}>
          <legend className={classes.name}>Topics</legend>
          {topics.map(({ topic, title, isOn, choice }) => (
            <Switch
              key={topic}
              label={title}
              description={
                choice === undefined ? `not chosen yet: ${isOn ? 'we write' : 'we do not write'}` : undefined
              }
              checked={isOn}
              disabled={isFixed}
              onChange={({ currentTarget: { checked } }) => change({ topics: { [topic]: choiceOf(checked) } })}
            />
          ))}
        </fieldset>
        <fieldset className={classes.choices} disabled={isFixed}>
          <legend className={classes.name}>Ways</legend>
          {channels.map(({ channel, title, choice, unreachable, address }) => (
            <Switch
              key={channel}
              label={title}
              description={
                <bdi>
                  {[address, unreachable === 'bounced' ? 'does not arrive' : unreachable && 'they complained']
                    .filter(Boolean)
                    .join(' · ')}
                </bdi>
              }
              checked={choice !== 'withdrawn'}
              disabled={isFixed}
              onChange={({ currentTarget: { checked } }) => change({ channels: { [channel]: choiceOf(checked) } })}
            />
          ))}
        </fieldset>
        <Rhythm preferences={preferences} isFixed={isFixed} change={change} />
        <Group justify="space-between">
          <Text size="sm">
            {pausedUntil ? (
              <>
                Paused until <When at={pausedUntil} zone={zone} style="day" />
              </>
            ) : (
              'Not paused'
            )}
          </Text>
          {may('setPreferences') && (
            <Button
              size="xs"
              variant="default"
              loading={isPending}
              onClick={() => change({ pausedUntil: pausedUntil ? null : new Date(now + PAUSE).toISOString() })}
            >
              {pausedUntil ? 'End the pause' : 'Pause for 30 days'}
            </Button>
          )}
        </Group>
      </Stack>
    </Panel>
  );
};
