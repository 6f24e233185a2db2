import { Autocomplete, NativeSelect, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Value } from '../../../language/edit/operation.ts';
import type { Field } from './field.ts';
import { fieldText, fieldValue } from './field-text.ts';
import classes from './form.module.css';

/** What a form may choose from. */
export interface Choices {
  moments: readonly { id: string }[];
  events: readonly { type: string }[];
}

export interface FieldInputProps {
  field: Field;
  value: Value | undefined;
  names: Choices;
  isFixed: boolean;
  /** What is wrong with what is written. */
  problem?: string | undefined;
  /** Undefined takes it away. */
  change: (value: Value | undefined) => void;
}

const optionsOf = ({ kind }: Field, { moments, events }: Choices): string[] | undefined => {
  if (kind === 'moment') return moments.map(({ id }) => id);
  if (kind === 'event') return events.map(({ type }) => type);
  return undefined;
};

/** What is typed counts when one leaves the field, or presses Enter: half a name is no name. */
const Typed = ({ field, value, names, isFixed, problem, change }: FieldInputProps) => {
  const now = fieldText(value, field.kind);
  const [typed, setTyped] = useState(now);
  useEffect(() => setTyped(now), [now]);
  const commit = (text = typed) => {
    if (text.trim() === '' && field.isNeeded) setTyped(now);
    else if (text !== now) change(fieldValue(text, field.kind));
  };
  const common = {
    label: field.label,
    description: field.about,
    placeholder: field.placeholder ?? '',
    readOnly: isFixed,
    error: problem,
    value: typed,
    onBlur: () => commit(),
  };
  const options = optionsOf(field, names);
  if (options)
    return <Autocomplete {...common} data={options} onChange={setTyped} onOptionSubmit={(option) => commit(option)} />;
  if (field.kind === 'values' || field.kind === 'lines')
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

const OneOf = ({ field, value, isFixed, problem, change }: FieldInputProps) => {
  const now = fieldText(value);
  const options = field.options ?? [];
  const isOther = now !== '' && options.every((each) => each.value !== now);
  return (
    <NativeSelect
      label={field.label}
      description={field.about}
      disabled={isFixed}
      error={problem}
      value={now}
      data={[
        ...(field.isNeeded && now !== '' ? [] : [{ value: '', label: '–' }]),
        // What is none of them stays as it is written, until another is chosen.
        ...(isOther ? [{ value: now, label: `as written: ${now}` }] : []),
        ...options,
      ]}
      onChange={({ currentTarget: { value: next } }) => change(next === '' ? undefined : next)}
    />
  );
};

/** Letters; more would push the rest of a form away. */
const LONG = 300;

/** What a form does not change, as it is written. */
export const ReadOnlyField = ({
  label,
  about,
  text,
  problem,
}: {
  label: string;
  about: string;
  text: string;
  problem?: string | undefined;
}) => (
  <div className={classes.shown}>
    <Text size="sm" fw={500}>
      {label}
    </Text>
    <Text size="xs" c="dimmed">
      {about}
    </Text>
    {text.length > LONG ? (
      <details>
        <summary>Show all of it</summary>
        <pre>{text}</pre>
      </details>
    ) : (
      <pre>{text}</pre>
    )}
    {problem !== undefined && (
      <Text size="xs" c="var(--tone-bad)" dir="auto">
        {problem}
      </Text>
    )}
  </div>
);

/** A field of a form, by its kind. Lists of steps are their form's own. */
export const FieldInput = (props: FieldInputProps) => {
  const { field, value, isFixed, problem, change } = props;
  switch (field.kind) {
    case 'choice':
      return <OneOf {...props} />;
    case 'switch':
      return (
        <Switch
          label={field.label}
          description={field.about}
          disabled={isFixed}
          error={problem}
          checked={value === true}
          onChange={({ currentTarget: { checked } }) => change(checked ? true : undefined)}
        />
      );
    case 'shown':
      return value === undefined ? null : (
        <ReadOnlyField
          label={field.label}
          about={`${field.about ?? ''} Change it in the text.`}
          text={fieldText(value)}
          problem={problem}
        />
      );
    default:
      return <Typed {...props} />;
  }
};
