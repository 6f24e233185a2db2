import { Title } from '@mantine/core';
import type { Operation, Value } from '../../../language/edit/operation.ts';
import { changeOf, isAsked, keyOf, writtenAt } from '../../shared/form/field.ts';
import { FieldInput } from '../../shared/form/field-input.tsx';
import { type PlacedProblem, problemAt } from '../../shared/form/field-problems.ts';
import { useProblems } from '../../shared/form/use-problems.ts';
import { useMay } from '../../shared/session/me.ts';
import { Loading } from '../../shared/ui/answer.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import type { Finding } from '../../worker/check.ts';
import { Backtest } from './backtest.tsx';
import { type Section, sectionsOf } from './fields.ts';
import classes from './policy.module.css';
import { SaveBar } from './save-bar.tsx';
import { FILE, usePolicy } from './use-policy.ts';

/** Policy names no moment and no event that could be chosen from. */
const NO_NAMES = { moments: [], events: [] };

const Problems = ({ problems }: { problems: readonly Finding[] }) => (
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
  problems: readonly PlacedProblem[];
  change: (operation: Operation) => void;
}

const Form = ({ section: { title, about, fields }, policy, isFixed, problems, change }: FormProps) => (
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
            problem={problemAt(problems, field.path)}
            change={(value) => change(changeOf(field, value))}
          />
        ))}
    </div>
  </section>
);

/** What holds for every journey, as forms over policy.yaml: comments and order of the file stay. */
export const PolicyPage = () => {
  const may = useMay();
  const { workbook, state, sheet, text, policy, change, isChanged } = usePolicy();
  const problems = isChanged ? state.findings.filter(({ isWarning }) => !isWarning) : [];
  const own = problems.filter(({ file }) => file === FILE);
  // What is wrong in other files is no reason to keep this one back.
  const isSound = own.length === 0;
  const placed = useProblems(FILE, text, state.findings);
  const isFixed = !may('writeDraftFile');
  return (
    <Page
      title="Policy"
      lead="What holds for every journey. Each form is a line of policy.yaml, whose comments and order stay as they are."
    >
      {state.status === 'failed' && (
        <Failure error={state.failure ?? new Error('The draft did not come.')} retry={() => void workbook.load()} />
      )}
      {state.status === 'loading' && <Loading label="Reading the draft" />}
      {state.status === 'ready' &&
        (policy === undefined ? (
          <Empty title="policy.yaml is broken">
            It is no YAML as it stands in the draft, so there are no forms of it. Mend it among the draft’s files.
          </Empty>
        ) : (
          <>
            {problems.length > 0 && <Problems problems={problems} />}
            <div className={classes.sections}>
              {sectionsOf(policy).map((section) => (
                <Form
                  key={section.title}
                  section={section}
                  policy={policy}
                  isFixed={isFixed}
                  problems={isChanged ? placed : []}
                  change={change}
                />
              ))}
            </div>
            <Backtest text={text} />
            {sheet && isChanged && <SaveBar workbook={workbook} sheet={sheet} isSound={isSound} />}
          </>
        ))}
    </Page>
  );
};
