import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { decisionId } from '../../../../core/customer/decision-id.ts';
import type { StoryLine } from '../../../../functions/api/contract/customers.ts';
import { RANGES } from '../../../../language/catalogue/question.ts';
import { useAct } from '../../../shared/api/use-act.ts';
import { useMay, useMe } from '../../../shared/session/me.ts';
import { inWords } from '../../../shared/time/format.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Warning } from './warning.tsx';

/** A message that can be answered. */
interface Answerable {
  id: string;
  label: string;
  points: number[];
  words: string[];
}

const answerable = (lines: readonly StoryLine[], zone: string): Answerable[] =>
  lines.flatMap(({ at, title, entry, asks }) => {
    if (!asks || entry.kind !== 'decision') return [];
    const range = asks.scale && RANGES[asks.scale];
    const points = range ? Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index) : [];
    return [
      { id: decisionId(entry), label: `${title}, ${inWords(at, 'moment', zone)}`, points, words: asks.words ?? [] },
    ];
  });

/** What asks comes before what one may reply to; of either the newest. */
const firstOf = (all: readonly Answerable[]): Answerable | undefined =>
  all.find(({ points, words }) => points.length + words.length > 0) ?? all[0];

export interface AnswerPanelProps {
  customer: string;
  lines: readonly StoryLine[];
  zone: string;
}

/** Answers a message as its customer would, to see what follows: one tap, or a reply. */
export const AnswerPanel = ({ customer, lines, zone }: AnswerPanelProps) => {
  const me = useMe();
  const may = useMay();
  const [messageId, setMessageId] = useState<string>();
  const [text, setText] = useState('');
  const { mutate, isPending } = useAct('answerAs', {
    changes: ['readCustomer', 'overview', 'readInbox'],
    says: ({ says }) => says,
    done: () => setText(''),
  });
  const all = answerable(lines, zone);
  const message = all.find(({ id }) => id === messageId) ?? firstOf(all);
  if (!me || me.isKept || !may('answerAs') || !message) return null;
  const words = text.trim();
  const answer = (reply: { score?: number; word?: string }) =>
    mutate({ params: { customer }, body: { message: message.id, ...reply, ...(words === '' ? {} : { text: words }) } });
  return (
    <Panel title="Answer as this customer" about="to see what follows">
      <Stack gap="sm">
        <Warning me={me} />
        <Select
          label="Which message"
          allowDeselect={false}
          value={message.id}
          data={all.map(({ id, label }) => ({ value: id, label }))}
          onChange={(id) => setMessageId(id ?? undefined)}
        />
        <Textarea
          label="In their words"
          description={
            message.points.length + message.words.length > 0 ? 'Beside the answer, or alone as a reply.' : undefined
          }
          placeholder="Thank you, it works again."
          autosize
          minRows={1}
          maxLength={4000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group gap="xs">
          {message.points.map((score) => (
            <Button
              key={score}
              size="xs"
              variant="default"
              disabled={isPending}
              aria-label={`Answer ${score}`}
              onClick={() => answer({ score })}
            >
              {score}
            </Button>
          ))}
          {message.words.map((word) => (
            <Button key={word} size="xs" variant="default" disabled={isPending} onClick={() => answer({ word })}>
              {word}
            </Button>
          ))}
          <Button size="xs" disabled={isPending || words === ''} onClick={() => answer({})}>
            Send as a reply
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
};
