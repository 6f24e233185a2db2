import { Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { WorkflowProblem } from '../../../functions/api/contract/drafts.ts';
import type { Operation, Value } from '../../../language/edit/operation.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { changeOf, isAsked, keyOf, writtenAt } from '../../shared/form/field.ts';
import { FieldInput } from '../../shared/form/field-input.tsx';
import { useMay } from '../../shared/session/me.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Backtest } from './backtest.tsx';
import { type Section, sectionsOf } from './fields.ts';
import classes from './policy.module.css';
import { SaveBar } from './save-bar.tsx';
import { FILE, usePolicy } from './use-policy.ts';

const SOON = 400;

/** Policy names no moment and no event that could be chosen from. */
const NO_NAMES = { moments: [], events: [] };

/** What the checker says of the policy as it is now; nothing until something is changed. */
const useProblems = (text: string, isChanged: boolean): WorkflowProblem[] => {
  const may = useMay();
  const [tried] = useDebouncedValue(text, SOON);
  const { data } = useAnswer(
    'checkDraft',
    { body: { files: { [FILE]: tried } } },
    { enabled: isChanged && may('checkDraft') },
  );
  return isChanged ? (data?.problems.filter(({ isWarning }) => !isWarning) ?? []) : [];
};

const Problems = ({ problems }: { problems: WorkflowProblem[] }) => (
  <Panel title="This does not hold together">
    <ul className={classes.problems} role="alert">
      {problems.map(({ file, line, message }) => (
        <li key={`${file} ${line} ${message}`} dir="auto">
          {message} ({file}, line {line})
        </li>
      ))}
    </ul>
  </Panel>
);

interface FormProps {
  section: Section;
  policy: Value;
  isFixed: boolean;
  change: (operation: Operation) => void;
}

const Form = ({ section: { title, about, fields }, policy, isFixed, change }: FormProps) => (
  <section className={classes.section} aria-label={title}>
    <div>
      <Title order={2}>{title}</Title>
      <p className={classes.about}>{about}</p>
    </div>
    <div className={classes.fields}>
      {fields
        .filter((field) => isAsked(field, policy))
        .map((field) => (
          <FieldInput
            key={keyOf(field)}
            field={field}
            value={writtenAt(policy, field.path)}
            names={NO_NAMES}
            isFixed={isFixed}
            change={(value) => change(changeOf(field, value))}
          />
        ))}
    </div>
  </section>
);

/** What holds for every journey, as forms over policy.yaml: comments and order of the file stay. */
export const PolicyPage = () => {
  const may = useMay();
  const { file, saved, text, policy, change, revert, isChanged } = usePolicy();
  const problems = useProblems(text, isChanged);
  const isFixed = !may('writeDraftFile');
  return (
    <Page
      title="Policy"
      lead="What holds for every journey. Each form is a line of policy.yaml, whose comments and order stay as they are."
    >
      <Answer query={file}>
        {() =>
          policy === undefined ? (
            <Empty title="policy.yaml is broken">
              It is no YAML as it stands in the draft, so there are no forms of it. Mend it among the draft’s files.
            </Empty>
          ) : (
            <>
              {problems.length > 0 && <Problems problems={problems} />}
              <div className={classes.sections}>
                {sectionsOf(policy).map((section) => (
                  <Form key={section.title} section={section} policy={policy} isFixed={isFixed} change={change} />
                ))}
              </div>
              <Backtest text={text} />
              {saved && isChanged && (
                <SaveBar saved={saved} text={text} isSound={problems.length === 0} revert={revert} />
              )}
            </>
          )
        }
      </Answer>
    </Page>
  );
};
