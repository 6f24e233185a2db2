import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Story } from '../../../functions/api/contract/customers.ts';
import { useAct } from '../api/use-act.ts';
import { useMay } from '../session/me.ts';
import { When } from '../time/when.tsx';
import { Breakable } from '../ui/breakable.tsx';
import { Panel } from '../ui/panel.tsx';
import { Row, Rows } from '../ui/rows.tsx';

const MOST = 4000;

/** Notes of colleagues, and a new one. */
export const NotesPanel = ({ story: { customer, notes } }: { story: Story }) => {
  const may = useMay();
  const [text, setText] = useState('');
  const { mutate, isPending } = useAct('addNote', {
    changes: ['readCustomer'],
    says: () => 'Noted.',
    done: () => setText(''),
  });
  return (
    <Panel title="Notes">
      <Stack gap="md">
        {may('addNote') && (
          <Stack gap="xs" align="flex-start">
            <Textarea
              w="100%"
              label="For colleagues"
              description="Customers get it, too, where they ask what we hold of them."
              placeholder="Such as: prefers to be called after five"
              autosize
              minRows={2}
              maxLength={MOST}
              value={text}
              onChange={({ currentTarget: { value } }) => setText(value)}
            />
            <Button
              size="xs"
              disabled={text.trim() === ''}
              loading={isPending}
              onClick={() => mutate({ params: { customer }, body: { text } })}
            >
              Add the note
            </Button>
          </Stack>
        )}
        {notes.length === 0 ? (
          <Text c="dimmed">No notes.</Text>
        ) : (
          <Rows>
            {notes.map(({ id, at, by, text: noted }) => (
              <Row
                key={id}
                about={
                  <>
                    <Breakable>{by.name}</Breakable>, <When at={at} />
                  </>
                }
              >
                <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{noted}</span>
              </Row>
            ))}
          </Rows>
        )}
      </Stack>
    </Panel>
  );
};
