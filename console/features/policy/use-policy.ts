import { useMemo } from 'react';
import { plainValue } from '../../../language/edit/layout.ts';
import { EditRefused, type Operation, type Value } from '../../../language/edit/operation.ts';
import { useClient } from '../../shared/api/client-context.ts';
import { tellFailure } from '../../shared/ui/tell.ts';
import { isUnsaved } from '../../worker/workbook/sheet.ts';
import { useWorkbook } from '../../worker/workbook/use-workbook.ts';

export const FILE = 'policy.yaml';

/** What a text says; undefined where it is no YAML. */
const read = (text: string): Value | undefined => {
  try {
    return plainValue(text);
  } catch (error) {
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
};

/** The policy of the draft, and what one has changed of it here: a file like any other of the draft. */
export const usePolicy = () => {
  const [workbook, state] = useWorkbook(useClient());
  const sheet = state.sheets[FILE];
  const text = sheet?.history.text ?? '';
  const policy = useMemo(() => read(text), [text]);
  const change = (operation: Operation): void =>
    void workbook
      .operate(FILE, operation)
      .then((refused) => refused !== undefined && tellFailure(new Error(refused)))
      .catch(tellFailure);
  return { workbook, state, sheet, text, policy, change, isChanged: sheet !== undefined && isUnsaved(sheet) };
};
