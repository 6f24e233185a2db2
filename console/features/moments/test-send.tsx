import { Button, Group, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { SENDABLE, type Sendable } from '../../../language/catalogue/channel.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useMay } from '../../shared/session/me.ts';
import { Panel } from '../../shared/ui/panel.tsx';

export interface TestSendProps {
  moment: string;
  channels: readonly string[];
  locale: string;
}

/** Sends it once, to oneself. */
export const TestSend = ({ moment, channels, locale }: TestSendProps) => {
  const may = useMay();
  const sendable = SENDABLE.filter((channel) => channels.includes(channel));
  const [selectedChannel, setSelectedChannel] = useState<Sendable>();
  // The channels are known only once the message was written.
  const channel = selectedChannel !== undefined && sendable.includes(selectedChannel) ? selectedChannel : sendable[0];
  const [to, setTo] = useState('');
  const { mutate, isPending } = useAct('testSend', { changes: ['listAudit'], says: ({ says }) => says });
  if (!may('testSend') || !channel) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ params: { moment }, body: { channel, locale, to, draft: true } });
  };
  return (
    <Panel title="Send it to yourself" about="as it is saved in the draft">
      <form onSubmit={submit}>
        <Group align="flex-end" gap="xs">
          <Select
            label="By"
            w={110}
            allowDeselect={false}
            data={sendable}
            value={channel}
            onChange={(next) => setSelectedChannel(SENDABLE.find((each) => each === next))}
          />
          <TextInput
            label="To"
            placeholder={channel === 'sms' ? '+44 …' : 'you@example.com'}
            value={to}
            style={{ flex: '1 1 14rem' }}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          />
          <Button type="submit" loading={isPending} disabled={to.length < 3}>
            Send a test
          </Button>
        </Group>
      </form>
    </Panel>
  );
};
