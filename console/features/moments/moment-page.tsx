import { Button, Group, SegmentedControl, Stack, Tabs } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Operation } from '../../../language/edit/operation.ts';
import { useClient } from '../../shared/api/client-context.ts';
import { useProblems } from '../../shared/form/use-problems.ts';
import { FindCustomer } from '../../shared/person/find-customer.tsx';
import { useMay } from '../../shared/session/me.ts';
import { useNow } from '../../shared/time/now.ts';
import { Loading } from '../../shared/ui/answer.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { tellFailure } from '../../shared/ui/tell.ts';
import { NotSaved } from '../../worker/workbook/not-saved.tsx';
import { isUnsaved } from '../../worker/workbook/sheet.ts';
import { useNames } from '../../worker/workbook/use-names.ts';
import { useWorkbook } from '../../worker/workbook/use-workbook.ts';
import type { Workbook, WorkbookState } from '../../worker/workbook/workbook.ts';
import { CopyForm } from './copy-form.tsx';
import { momentProblems } from './moment-problems.ts';
import classes from './moments.module.css';
import { type Rendering, RenderingView } from './rendering-view.tsx';
import { SettingsForm } from './settings-form.tsx';
import { TestSend } from './test-send.tsx';
import { usePreview } from './use-preview.ts';

const pathOf = (moment: string, language: string): string =>
  language === 'default' ? `moments/${moment}.md` : `moments/${moment}.${language}.md`;

/** The main one stands first. */
const languagesOf = (moment: string, { sheets }: WorkbookState): string[] => {
  const prefix = `moments/${moment}.`;
  const others = Object.keys(sheets).flatMap((path) =>
    path.startsWith(prefix) && path.endsWith('.md') && path !== pathOf(moment, 'default')
      ? [path.slice(prefix.length, -'.md'.length)]
      : [],
  );
  return [...(sheets[pathOf(moment, 'default')] ? ['default'] : []), ...others];
};

const Looks = ({ renderings }: { renderings: readonly Rendering[] }) => {
  const channels = [...new Set(renderings.map(({ channel }) => channel))];
  const [width, setWidth] = useState<'narrow' | 'wide'>('wide');
  const [scheme, setScheme] = useState<'light' | 'dark'>('light');
  const [tab, setTab] = useState<string>();
  const channel = tab !== undefined && channels.includes(tab) ? tab : channels[0];
  if (channel === undefined) return null;
  return (
    <Tabs value={channel} onChange={(next) => setTab(next ?? undefined)}>
      <Group justify="space-between">
        <Tabs.List>
          {channels.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {each}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label="Width"
            value={width}
            onChange={(next) => setWidth(next === 'narrow' ? 'narrow' : 'wide')}
            data={['narrow', 'wide']}
          />
          <SegmentedControl
            size="xs"
            aria-label="Colours"
            value={scheme}
            onChange={(next) => setScheme(next === 'dark' ? 'dark' : 'light')}
            data={['light', 'dark']}
          />
        </Group>
      </Group>
      {channels.map((each) => (
        <Tabs.Panel key={each} value={each} pt="md">
          <div className={classes.renderings}>
            {renderings
              .filter((rendering) => rendering.channel === each)
              .map((rendering) => (
                <RenderingView key={rendering.locale} rendering={rendering} width={width} scheme={scheme} />
              ))}
          </div>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
};

const Editing = ({ workbook, state, moment }: { workbook: Workbook; state: WorkbookState; moment: string }) => {
  const { language = 'default' } = useSearch({ from: '/shell/moments/$moment' });
  const navigate = useNavigate({ from: '/moments/$moment' });
  const may = useMay();
  const now = useNow();
  const [customer, setCustomer] = useState<string>();
  const languages = languagesOf(moment, state);
  const path = pathOf(moment, languages.includes(language) ? language : 'default');
  const sheet = state.sheets[path];
  const version = useMemo(
    () =>
      Object.values(state.sheets)
        .map(({ history }) => history.text)
        .join('\0'),
    [state.sheets],
  );
  const names = useNames(workbook, state.status === 'ready', '');
  const { renderings, problem, isReading } = usePreview(workbook, moment, customer, version, now);
  const problems = useProblems(path, sheet?.history.text ?? '', state.findings, momentProblems);
  if (!sheet)
    return (
      <Empty title="The draft has no such moment" action={<Go to="/moments">All moments</Go>}>
        It may have been renamed, or taken away.
      </Empty>
    );
  const channels = [...new Set(renderings.map((each) => each.channel))];
  const findings = state.findings.filter(({ file }) => file === path);
  const operate = (operation: Operation) =>
    workbook
      .operate(path, operation)
      .then((refused) => refused !== undefined && tellFailure(new Error(refused)))
      .catch(tellFailure);
  return (
    <div className={classes.body}>
      <Stack gap="md">
        <Panel title="Copy" about={<Go to={`/draft/${path}`}>as text</Go>}>
          <Stack gap="md">
            {languages.length > 1 && (
              <SegmentedControl
                aria-label="Language"
                value={language}
                onChange={(next) => void navigate({ search: { language: next }, replace: true })}
                data={languages.map((each) => ({ value: each, label: each === 'default' ? 'main' : each }))}
              />
            )}
            {findings.map((finding) => (
              <Group key={`${finding.line} ${finding.message}`} gap="xs">
                <span role="alert">
                  Line {finding.line}: {finding.message}
                </span>
                {finding.fix && may('writeDraftFile') && (
                  <Button size="compact-xs" onClick={() => finding.fix && workbook.mend(path, finding.fix)}>
                    {finding.fix.label}
                  </Button>
                )}
              </Group>
            ))}
            <CopyForm
              key={path}
              text={sheet.history.text}
              channels={channels}
              isFixed={!may('writeDraftFile')}
              problems={problems}
              operate={(operation) => void operate(operation)}
            />
            {may('writeDraftFile') && (
              <Group gap="xs">
                <Button disabled={!isUnsaved(sheet)} loading={sheet.isSaving} onClick={() => void workbook.save(path)}>
                  Save
                </Button>
                <Button
                  variant="default"
                  disabled={sheet.history.past.length === 0}
                  onClick={() => workbook.undo(path)}
                >
                  Undo
                </Button>
              </Group>
            )}
            <NotSaved sheets={{ [path]: sheet }} />
          </Stack>
        </Panel>
        <SettingsForm
          key={`settings ${path}`}
          text={sheet.history.text}
          isMain={path === pathOf(moment, 'default')}
          names={names}
          isFixed={!may('writeDraftFile')}
          problems={problems}
          operate={(operation) => void operate(operation)}
        />
        <TestSend moment={moment} channels={channels} locale={language} />
      </Stack>
      <div className={classes.preview}>
        <Panel title="As it goes out">
          <Stack gap="md">
            <FindCustomer
              label="As it reads for"
              placeholder="somebody made up; or search a customer"
              choose={setCustomer}
            />
            {problem !== undefined && <Failure error={new Error(problem)} />}
            {isReading && <Loading label="Writing the message" />}
            <Looks renderings={renderings} />
          </Stack>
        </Panel>
      </div>
    </div>
  );
};

/** A moment: its copy beside what comes of it on every channel. */
export const MomentPage = () => {
  const { moment } = useParams({ from: '/shell/moments/$moment' });
  const client = useClient();
  const [workbook, state] = useWorkbook(client);
  const title = /^title: (.+)$/m.exec(state.sheets[`moments/${moment}.md`]?.history.text ?? '')?.[1];
  return (
    <Page
      isWide
      title={title ?? moment}
      lead={`${moment}: what you write here is in the draft, and goes out once it is published.`}
      actions={
        <Button component={Link} to="/publish" variant="default">
          Publish
        </Button>
      }
    >
      {state.status === 'failed' && (
        <Failure error={state.failure ?? new Error('The draft did not come.')} retry={() => void workbook.load()} />
      )}
      {state.status === 'loading' && <Loading label="Reading the draft" />}
      {state.status === 'ready' && <Editing key={moment} workbook={workbook} state={state} moment={moment} />}
    </Page>
  );
};
