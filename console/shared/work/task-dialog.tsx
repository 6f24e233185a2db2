import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

export interface Question {
  name: string;
  label: string;
  placeholder?: string;
  isNeeded?: boolean;
  /** Letters. */
  most: number;
  isLong?: boolean;
}

export interface TaskDialogProps {
  title: string;
  questions: Question[];
  says: string;
  isPending: boolean;
  close: () => void;
  /** What was answered, without what was left empty. */
  give: (answers: Record<string, string>) => void;
}

/** Asks what came of a task. Enter gives it, Escape leaves. */
export const TaskDialog = ({ title, questions, says, isPending, close, give }: TaskDialogProps) => {
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const filledAnswers = Object.fromEntries(Object.entries(answers).filter(([, text]) => text.trim() !== ''));
  const isReady = questions.every(({ name, isNeeded }) => !isNeeded || name in filledAnswers);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) give(filledAnswers);
  };
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Stack>
          {questions.map(({ name, label, placeholder, isNeeded, most, isLong }, place) => {
            const Field = isLong ? Textarea : TextInput;
            return (
              <Field
                key={name}
                label={label}
                {...(placeholder === undefined ? {} : { placeholder })}
                required={isNeeded === true}
                maxLength={most}
                {...(place === 0 ? { 'data-autofocus': true } : {})}
                value={answers[name] ?? ''}
                onChange={({ currentTarget: { value } }) => setAnswers((now) => ({ ...now, [name]: value }))}
              />
            );
          })}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Not now
            </Button>
            <Button type="submit" disabled={!isReady} loading={isPending}>
              {says}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
