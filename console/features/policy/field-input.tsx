import { NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Value } from '../../../language/edit/operation.ts';
import type { Field } from './fields.ts';

export interface FieldInputProps {
  field: Field;
  value: unknown;
  isFixed: boolean;
  /** Undefined takes it away. */
  change: (value: Value | undefined) => void;
}

const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** What is typed counts when one leaves the field: half a duration is no duration. */
const Typed = ({ field: { label, about, placeholder }, value, isFixed, change }: FieldInputProps) => {
  const [typed, setTyped] = useState(asText(value));
  useEffect(() => setTyped(asText(value)), [value]);
  const commit = () => {
    if (typed !== asText(value)) change(typed.trim() === '' ? undefined : typed.trim());
  };
  return (
    <TextInput
      label={label}
      description={about}
      placeholder={placeholder}
      readOnly={isFixed}
      value={typed}
      onChange={({ currentTarget: { value: next } }) => setTyped(next)}
      onBlur={commit}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
    />
  );
};

const Choice = ({ field: { label, about, options = [] }, value, isFixed, change }: FieldInputProps) => {
  const isOther = typeof value === 'object' && value !== null;
  const data = isOther ? [{ value: '', label: `as written: ${JSON.stringify(value)}` }, ...options] : options;
  return (
    <NativeSelect
      label={label}
      description={about}
      data={value === undefined ? [{ value: '', label: '–' }, ...data] : data}
      disabled={isFixed}
      value={isOther ? '' : asText(value)}
      onChange={({ currentTarget: { value: next } }) => next !== '' && change(next)}
    />
  );
};

/** A field of a form, by its kind. */
export const FieldInput = (props: FieldInputProps) => {
  const { field, value, isFixed, change } = props;
  switch (field.kind) {
    case 'choice':
      return <Choice {...props} />;
    case 'switch':
      return (
        <Switch
          label={field.label}
          description={field.about}
          disabled={isFixed}
          checked={value === true}
          onChange={({ currentTarget: { checked } }) => change(checked ? true : undefined)}
        />
      );
    case 'number':
      return (
        <NumberInput
          label={field.label}
          description={field.about}
          step={0.05}
          min={-1}
          max={10}
          readOnly={isFixed}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => typeof next === 'number' && next !== value && change(next)}
        />
      );
    default:
      return <Typed {...props} />;
  }
};
