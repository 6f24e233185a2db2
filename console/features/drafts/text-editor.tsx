import { useState } from 'react';
import type { Sheet } from '../../worker/workbook/sheet.ts';
import { useNames } from '../../worker/workbook/use-names.ts';
import type { Workbook, WorkbookState } from '../../worker/workbook/workbook.ts';
import { Code } from './code.tsx';
import classes from './drafts.module.css';
import { Problems } from './problems.tsx';
import { useSchema } from './use-schema.ts';
import { wordsFor } from './words.ts';

export interface TextEditorProps {
  workbook: Workbook;
  state: WorkbookState;
  path: string;
  sheet: Sheet;
  isFixed: boolean;
}

/** A file that has no forms here: its text, and what is wrong in it. */
export const TextEditor = ({ workbook, state, path, sheet, isFixed }: TextEditorProps) => {
  const [line, setLine] = useState<number>();
  const schema = useSchema(workbook, path);
  const names = useNames(workbook, state.status === 'ready', '');
  return (
    <>
      <Problems
        path={path}
        findings={state.findings}
        isChecking={state.isChecking}
        goTo={setLine}
        mend={isFixed ? undefined : (finding) => finding.fix && workbook.mend(path, finding.fix)}
      />
      <div className={classes.alone}>
        <Code
          label={`The text of ${path}`}
          text={sheet.history.text}
          findings={state.findings.filter(({ file }) => file === path)}
          schema={schema}
          words={wordsFor(names)}
          isFixed={isFixed}
          line={line}
          change={(next) => workbook.type(path, next)}
          undo={() => workbook.undo(path)}
          redo={() => workbook.redo(path)}
          save={() => void workbook.save(path)}
        />
      </div>
    </>
  );
};
