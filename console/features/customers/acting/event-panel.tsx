import { Button, Group, NativeSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { EventForm } from '../../../../functions/api/contract/acting.ts';
import type { ReceivedEvent } from '../../../../functions/api/contract/common.ts';
import { useAct } from '../../../shared/api/use-act.ts';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { useMe } from '../../../shared/session/me.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { eventText, missingIn } from './event-text.ts';
import { Warning } from './warning.tsx';

const CAME_TO: Record<ReceivedEvent['status'], string> = {
  accepted: 'It is on the bus: their story has it in a moment.',
  applied: 'It was taken: their story has it.',
  duplicate: 'It was taken before.',
  stale: 'It is too late: others came after it.',
  skipped: 'It is about nobody.',
  rejected: 'It was not taken.',
  failed: 'It was not taken, for a fault of ours.',
};

const Field = ({
  field: { name, takes, words, isOptional },
  value,
  change,
}: {
  field: EventForm['fields'][number];
  value: string;
  change: (value: string) => void;
}) => {
  const about = isOptional ? 'May be left out.' : undefined;
  const choices = words ?? (takes === 'boolean' ? ['true', 'false'] : undefined);
  if (choices)
    return (
      <NativeSelect
        label={name}
        description={about}
        required={!isOptional}
        value={value}
        data={[{ value: '', label: '–' }, ...choices.map((each) => ({ value: each, label: each }))]}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    );
  return (
    <TextInput
      label={name}
      description={takes === 'text' ? about : [`A ${takes}.`, about].filter(Boolean).join(' ')}
      required={!isOptional}
      value={value}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
};

const Form = ({ form, customer }: { form: EventForm; customer: string }) => {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [became, setBecame] = useState<ReceivedEvent>();
  const { mutate, isPending } = useAct('sendEvents', {
    changes: ['readCustomer', 'overview', 'readInbox', 'customerTasks', 'listGestures'],
    done: ({ entries: [entry] }) => setBecame(entry),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    mutate({ body: eventText(form, customer, typed) });
  };
  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        {form.about !== undefined && (
          <Text size="sm" c="dimmed">
            {form.about}
          </Text>
        )}
        {form.fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={typed[field.name] ?? ''}
            change={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        ))}
        <Group gap="sm">
          <Button type="submit" size="xs" loading={isPending} disabled={missingIn(form, typed).length > 0}>
            Send
          </Button>
          {became && (
            <Text size="sm" role="status">
              {CAME_TO[became.status]} {became.message}
              {became.leftOut && ` Left out, since they did not fit: ${became.leftOut.fields.join(', ')}.`}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
};

/** Sends an event about a customer, as a system of the company's would. */
export const EventPanel = ({ customer }: { customer: string }) => {
  const me = useMe();
  const canSend = me?.canSendEvents ?? false;
  const { data } = useAnswer('listEventForms', {}, { enabled: canSend });
  const [type, setType] = useState<string | null>(null);
  if (!me || !canSend || !data) return null;
  const form = data.items.find((each) => each.type === type);
  return (
    <Panel title="Send an event about them" about="as one of your systems would">
      <Stack gap="sm">
        <Warning me={me} />
        <Select
          label="Event"
          placeholder="Choose one"
          searchable
          value={type}
          data={data.items.map((each) => each.type)}
          nothingFoundMessage="events.yaml has none of that name"
          onChange={setType}
        />
        {form && <Form key={form.type} form={form} customer={customer} />}
      </Stack>
    </Panel>
  );
};
