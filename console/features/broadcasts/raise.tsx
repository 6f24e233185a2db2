import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Raisable } from '../../../functions/api/contract/broadcasts.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useMay } from '../../shared/session/me.ts';

type Field = Raisable['fields'][number];

/** As the event has it: what is no number is sent as it stands, and refused with the reason. */
const typedValue = ({ kind }: Field, text: string): unknown => {
  if (kind === 'number' && Number.isFinite(Number(text))) return Number(text);
  return kind === 'boolean' && ['true', 'false'].includes(text) ? text === 'true' : text;
};

const wordsOf = ({ kind, words }: Field): string[] | undefined => (kind === 'boolean' ? ['true', 'false'] : words);

interface FormProps {
  raisable: Raisable[];
  close: () => void;
}

const RaiseForm = ({ raisable, close }: FormProps) => {
  const [type, setType] = useState('');
  const [values, setValues] = useState<Record<string, string>>({});
  const { mutate, isPending } = useAct('sendEvents', {
    changes: ['listBroadcasts'],
    says: ({ entries: [one] }) => one?.message ?? 'Sent: all customers are asked, some at a time.',
    done: close,
  });
  const eventType = raisable.find((one) => one.type === type);
  const isReady =
    eventType?.fields.every(({ name, isNeeded }) => !isNeeded || (values[name] ?? '').trim() !== '') ?? false;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!eventType || !isReady) return;
    const fields = eventType.fields.flatMap((field) => {
      const text = (values[field.name] ?? '').trim();
      return text === '' ? [] : [[field.name, typedValue(field, text)] as const];
    });
    mutate({ body: { source: eventType.source, 'detail-type': eventType.type, detail: Object.fromEntries(fields) } });
  };
  const write = (name: string, value: string): void => setValues((now) => ({ ...now, [name]: value }));
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          label="Event"
          data-autofocus
          data={['', ...raisable.map((one) => one.type)]}
          value={type}
          onChange={({ currentTarget: { value } }) => {
            setType(value);
            setValues({});
          }}
        />
        {eventType?.about && <Text size="sm">{eventType.about}</Text>}
        {eventType?.fields.map((field) => {
          const { name, isNeeded, expected } = field;
          const words = wordsOf(field);
          const common = {
            label: name,
            required: isNeeded,
            value: values[name] ?? '',
            onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => write(name, value),
          };
          return words ? (
            <NativeSelect key={name} data={['', ...words]} {...common} />
          ) : (
            <TextInput key={name} description={expected} {...common} />
          );
        })}
        <Text size="sm" c="dimmed">
          Every customer is asked whether it is about them, and told if it is, as if a system had sent it. What was told
          is not taken back: send what closes it.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Not now
          </Button>
          <Button type="submit" disabled={!isReady} loading={isPending}>
            Send it
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** A form for events about everyone, for who may send events. */
export const Raise = ({ raisable }: { raisable: Raisable[] }) => {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('sendEvents') || raisable.length === 0) return null;
  const close = (): void => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Tell everyone</Button>
      <Modal opened={isOpen} onClose={close} title="Tell everyone" closeButtonProps={{ 'aria-label': 'Close' }}>
        <RaiseForm raisable={raisable} close={close} />
      </Modal>
    </>
  );
};
