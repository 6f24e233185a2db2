import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Story } from '../../../functions/api/contract/customers.ts';
import { useAct } from '../api/use-act.ts';
import { useMay } from '../session/me.ts';
import { When } from '../time/when.tsx';
import { Panel } from '../ui/panel.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { capital } from '../words/capital.ts';

const MOST = 300;

const nameOf = (theme: string): string => capital(theme.replaceAll('-', ' '));

/** What they asked for, as they said it; a colleague may note one, or take one away. */
export const ThemesPanel = ({ story: { customer, themes, themesKnown, zone } }: { story: Story }) => {
  const may = useMay();
  const isTheirs = may('setTheme');
  const [theme, setTheme] = useState('');
  const [quote, setQuote] = useState('');
  const { mutate, isPending } = useAct('setTheme', {
    changes: ['readCustomer'],
    says: () => 'Noted.',
    done: () => setQuote(''),
  });
  const selected = theme === '' ? (themesKnown[0] ?? '') : theme;
  return (
    <Panel title="What they asked for">
      <Stack gap="md">
        {isTheirs && themesKnown.length > 0 && (
          <Group align="flex-end" gap="xs">
            <NativeSelect
              label="Theme"
              data={themesKnown.map((value) => ({ value, label: nameOf(value) }))}
              value={selected}
              onChange={({ currentTarget: { value } }) => setTheme(value)}
            />
            <TextInput
              label="In their words"
              maxLength={MOST}
              value={quote}
              onChange={({ currentTarget: { value } }) => setQuote(value)}
            />
            <Button
              size="sm"
              variant="default"
              loading={isPending}
              onClick={() =>
                mutate({
                  params: { customer },
                  body: { theme: selected, choice: 'set', ...(quote.trim() === '' ? {} : { quote: quote.trim() }) },
                })
              }
            >
              Note it
            </Button>
          </Group>
        )}
        {themes.length === 0 ? (
          <Text c="dimmed">Nothing that we know of.</Text>
        ) : (
          <Rows>
            {themes.map(({ theme: requestedTheme, at, quote: theirQuote, isNoted }) => (
              <Row
                key={requestedTheme}
                about={
                  <>
                    <When at={at} zone={zone} style="day" />
                    {isNoted && ', noted by a colleague'}
                    {theirQuote && (
                      <>
                        {': “'}
                        <bdi style={{ overflowWrap: 'anywhere' }}>{theirQuote}</bdi>”
                      </>
                    )}
                  </>
                }
              >
                {nameOf(requestedTheme)}{' '}
                {isTheirs && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    disabled={isPending}
                    aria-label={`Take away ${nameOf(requestedTheme)}: they do not ask for it`}
                    onClick={() => mutate({ params: { customer }, body: { theme: requestedTheme, choice: 'removed' } })}
                  >
                    Take away
                  </Button>
                )}
              </Row>
            ))}
          </Rows>
        )}
      </Stack>
    </Panel>
  );
};
