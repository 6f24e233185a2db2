import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Value } from '../../../language/edit/operation.ts';
import type { Names } from '../../worker/engine.ts';
import type { StepField } from './fields.ts';

export interface FieldInputProps {
  field: StepField;
  value: Value | undefined;
  names: Names;
  isFixed: boolean;
  problem?: string | undefined;
  /** Undefined takes it away. */
  change: (value: Value | undefined) => void;
}

const shown = (value: Value | undefined): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${typeof each === 'object' ? JSON.stringify(each) : String(each)}`)
    .join('\n');
};

const scalar = (text: string): Value => {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
};

const read = (text: string, kind: StepField['kind'], before: Value | undefined): Value | undefined => {
  const plain = text.trim();
  if (plain === '') return undefined;
  if (kind === 'number') return scalar(plain);
  if (Array.isArray(before) || (kind === 'text' && plain.includes(', ')))
    return plain.split(',').map((each) => each.trim());
  if (kind !== 'values') return plain;
  return Object.fromEntries(
    plain.split('\n').flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon).trim(), scalar(line.slice(colon + 1).trim())]];
    }),
  );
};

const optionsOf = ({ kind }: StepField, { moments, events }: Names): string[] | undefined => {
  if (kind === 'moment') return moments.map(({ id }) => id);
  if (kind === 'event') return events.map(({ type }) => type);
  return undefined;
};

/** What is typed counts when one leaves the field, or presses Enter: half a name is no name. */
export const FieldInput = ({ field, value, names, isFixed, problem, change }: FieldInputProps) => {
  const now = shown(value);
  const [typed, setTyped] = useState(now);
  useEffect(() => setTyped(now), [now]);
  const commit = (text = typed) => {
    if (text !== now) change(read(text, field.kind, value));
  };
  const common = {
    label: field.label,
    description: field.about,
    placeholder: field.placeholder ?? '',
    readOnly: isFixed,
    value: typed,
    error: problem,
    onBlur: () => commit(),
  };
  const options = optionsOf(field, names);
  if (options)
    return <Autocomplete {...common} data={options} onChange={setTyped} onOptionSubmit={(option) => commit(option)} />;
  if (field.kind === 'values')
    return (
      <Textarea {...common} autosize minRows={1} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
    );
  return (
    <TextInput
      {...common}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
    />
  );
};
