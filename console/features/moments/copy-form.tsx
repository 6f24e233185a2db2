import { Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { momentParts } from '../../../language/edit/moment.ts';
import type { Operation } from '../../../language/edit/operation.ts';
import { type PlacedProblem, problemAt } from '../../shared/form/field-problems.ts';
import { Empty } from '../../shared/ui/empty.tsx';

interface CopyFieldProps {
  label: string;
  about: string;
  value: string;
  isLong?: boolean;
  isFixed: boolean;
  problem: string | undefined;
  change: (value: string) => void;
}

const PAUSE = 200;

/** It is written as one types, and looked at again at once. */
const CopyField = ({ label, about, value, isLong = false, isFixed, problem, change }: CopyFieldProps) => {
  const [typed, setTyped] = useState(value);
  const [isOwn, setIsOwn] = useState(false);
  useEffect(() => {
    if (!isOwn) setTyped(value);
  }, [value, isOwn]);
  const later = useDebouncedCallback(change, PAUSE);
  const common = {
    label,
    description: about,
    value: typed,
    readOnly: isFixed,
    error: problem,
    onFocus: () => setIsOwn(true),
    onBlur: () => setIsOwn(false),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setTyped(currentTarget.value);
      later(currentTarget.value);
    },
  };
  return isLong ? <Textarea {...common} autosize minRows={4} /> : <TextInput {...common} />;
};

export interface CopyFormProps {
  text: string;
  /** Channels that the moment goes by. */
  channels: readonly string[];
  isFixed: boolean;
  /** What is wrong in the file. */
  problems: readonly PlacedProblem[];
  operate: (operation: Operation) => void;
}

/** The copy of one language, field by field: the same text as the file. What it is besides has a form of its own. */
export const CopyForm = ({ text, channels, isFixed, problems, operate }: CopyFormProps) => {
  const parts = momentParts(text);
  if (!parts) return <Empty title="The file has no front matter">Write it as text in the draft.</Empty>;
  const set = (path: string[]) => (value: string) =>
    operate(
      value === '' && path[0] !== 'body' && path[0] !== 'because'
        ? { kind: 'unset', path }
        : { kind: 'set', path, value },
    );
  const at = (path: string[]) => ({ isFixed, problem: problemAt(problems, path), change: set(path) });
  return (
    <Stack gap="md">
      <CopyField
        label="Subject"
        about="Of the email, and of work for a person."
        value={parts.lines.subject ?? ''}
        {...at(['subject'])}
      />
      <CopyField
        label="Beside the subject"
        about="What an inbox shows of it before it is opened."
        value={parts.lines.preheader ?? ''}
        {...at(['preheader'])}
      />
      <CopyField
        label="Text"
        about="Markdown; {{ customer.firstName }} prints what is known."
        value={parts.body}
        isLong
        {...at(['body'])}
      />
      {channels
        .filter((channel) => channel !== 'email' && (channel === 'sms' || parts.sections[channel] !== undefined))
        .map((channel) => (
          <CopyField
            key={channel}
            label={`Text for ${channel}`}
            about="Where this channel says it in its own words."
            value={parts.sections[channel] ?? ''}
            isLong
            {...at(['sections', channel])}
          />
        ))}
      <CopyField
        label="Because"
        about="What customers read under “why did I get this?”."
        value={parts.lines.because ?? ''}
        {...at(['because'])}
      />
    </Stack>
  );
};
