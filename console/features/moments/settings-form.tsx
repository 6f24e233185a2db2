import { momentParts } from '../../../language/edit/moment.ts';
import type { Operation, Value } from '../../../language/edit/operation.ts';
import type { PlacedProblem } from '../../shared/form/field-problems.ts';
import { FieldsForm } from '../../shared/form/fields-form.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import type { Names } from '../../worker/engine.ts';
import { LOCALE_SETTINGS, SETTINGS } from './settings-fields.ts';

export interface SettingsFormProps {
  text: string;
  /** Of the main file; another language says less. */
  isMain: boolean;
  names: Names;
  isFixed: boolean;
  /** What is wrong in the file. */
  problems: readonly PlacedProblem[];
  operate: (operation: Operation) => void;
}

/** When it goes out, to whom, what it asks and promises: all of the file that is no copy. */
export const SettingsForm = ({ text, isMain, names, isFixed, problems, operate }: SettingsFormProps) => {
  const parts = momentParts(text);
  if (!parts) return null;
  const { settings, lines } = parts;
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return null;
  const value: Value = { ...settings, ...(lines as Record<string, string>) };
  return (
    <Panel title={isMain ? 'When, to whom, and what it asks' : 'How it asks'}>
      <FieldsForm
        fields={isMain ? SETTINGS : LOCALE_SETTINGS}
        value={value}
        place={[]}
        names={names}
        isFixed={isFixed}
        problems={problems}
        operate={operate}
      />
    </Panel>
  );
};
