import { useCallback, useEffect, useMemo, useState } from 'react';
import { plainValue } from '../../../language/edit/layout.ts';
import { EditRefused, type Operation, type Value } from '../../../language/edit/operation.ts';
import { editYaml } from '../../../language/edit/yaml.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { tellFailure } from '../../shared/ui/tell.ts';

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

/** The policy of the draft, and what one has changed of it here. */
export const usePolicy = () => {
  const file = useAnswer('readDraftFile', { params: { path: FILE } });
  const saved = file.data;
  const [text, setText] = useState<string>();
  useEffect(() => setText(saved?.text), [saved?.text]);
  const shown = text ?? saved?.text ?? '';
  const policy = useMemo(() => read(shown), [shown]);
  const change = useCallback(
    (operation: Operation) =>
      setText((before) => {
        try {
          return editYaml(before ?? '', operation);
        } catch (error) {
          if (!(error instanceof EditRefused)) throw error;
          tellFailure(error);
          return before;
        }
      }),
    [],
  );
  return {
    file,
    saved,
    text: shown,
    policy,
    change,
    revert: () => setText(saved?.text),
    isChanged: saved !== undefined && shown !== saved.text,
  };
};
