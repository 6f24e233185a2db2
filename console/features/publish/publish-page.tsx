import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useClient } from '../../shared/api/client-context.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Answer, Loading } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { tellFailure } from '../../shared/ui/tell.ts';
import { count } from '../../shared/words/count.ts';
import { NotSaved } from '../../worker/workbook/not-saved.tsx';
import { isUnsaved } from '../../worker/workbook/sheet.ts';
import { useWorkbook } from '../../worker/workbook/use-workbook.ts';
import type { Workbook, WorkbookState } from '../../worker/workbook/workbook.ts';
import { BacktestPanel } from './backtest-panel.tsx';
import { DifferenceView } from './difference-view.tsx';
import { GoLive } from './go-live.tsx';
import { ScenariosPanel } from './scenarios-panel.tsx';

const Differences = ({ published }: { published: number }) => {
  const query = useAnswer('diffVersion', { params: { version: published }, query: { to: 'draft' } });
  return (
    <Panel title="What differs, and for whom" about={`beside version ${published}`}>
      <Answer query={query}>{(difference) => <DifferenceView difference={difference} />}</Answer>
    </Panel>
  );
};

const Checked = ({ state }: { state: WorkbookState }) => {
  const problems = state.findings.filter(({ isWarning }) => !isWarning);
  return (
    <Panel title="Check">
      <Text size="sm" role="status">
        {state.isChecking ? (
          'Checking …'
        ) : problems.length === 0 ? (
          <Badge tone="good">nothing is wrong</Badge>
        ) : (
          <Badge tone="bad">{count(problems.length, 'problem')}</Badge>
        )}
      </Text>
      {problems.slice(0, 8).map(({ file, line, message }) => (
        <Text key={`${file} ${line} ${message}`} size="sm">
          <Go to={`/draft/${file}`}>
            {file}, line {line}
          </Go>
          : {message}
        </Text>
      ))}
    </Panel>
  );
};

const Ready = ({ workbook, state }: { workbook: Workbook; state: WorkbookState }) => {
  const unsaved = Object.values(state.sheets).filter(isUnsaved).length;
  const problems = state.findings.filter(({ isWarning }) => !isWarning).length;
  const hindrance = state.isChecking
    ? 'It is still being checked.'
    : problems > 0
      ? `There is something to mend first: ${count(problems, 'problem')}.`
      : unsaved > 0
        ? `${count(unsaved, 'file')} not saved yet: only what is saved goes out.`
        : undefined;
  const refresh = useCallback(() => void workbook.refresh().catch(tellFailure), [workbook]);
  return (
    <Stack gap="lg">
      <NotSaved sheets={state.sheets} />
      {unsaved > 0 && (
        <Group>
          <Button onClick={() => void workbook.saveAll()}>Save {count(unsaved, 'file')}</Button>
        </Group>
      )}
      <Checked state={state} />
      <ScenariosPanel workbook={workbook} />
      <Differences published={state.published} />
      <BacktestPanel />
      <GoLive hindrance={hindrance} base={state.published} over={refresh} />
    </Stack>
  );
};

/** Everything that one looks at before a draft goes out, and the button. */
export const PublishPage = () => {
  const client = useClient();
  const [workbook, state] = useWorkbook(client);
  return (
    <Page
      title="Publish"
      lead="Look what differs, for whom, and how it would have gone. Then let it go out."
      actions={
        <Button component={Link} to="/versions" variant="default">
          Versions
        </Button>
      }
    >
      {state.status === 'failed' && (
        <Failure error={state.failure ?? new Error('The draft did not come.')} retry={() => void workbook.load()} />
      )}
      {state.status === 'loading' && <Loading label="Reading the draft" />}
      {state.status === 'ready' && <Ready workbook={workbook} state={state} />}
    </Page>
  );
};
