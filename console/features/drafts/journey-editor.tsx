import { SegmentedControl, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Slot } from '../../../language/draw/graph.ts';
import type { Operation, Value } from '../../../language/edit/operation.ts';
import { useProblems } from '../../shared/form/use-problems.ts';
import { Canvas } from '../../shared/journey/canvas.tsx';
import type { Drawing } from '../../shared/journey/drawing.ts';
import { StepList } from '../../shared/journey/step-list.tsx';
import { Loading } from '../../shared/ui/answer.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { tellFailure } from '../../shared/ui/tell.ts';
import type { Sheet } from '../../worker/workbook/sheet.ts';
import { useNames } from '../../worker/workbook/use-names.ts';
import type { Workbook, WorkbookState } from '../../worker/workbook/workbook.ts';
import { AddStep } from './add-step.tsx';
import { Code } from './code.tsx';
import classes from './drafts.module.css';
import { JourneyForm } from './journey-form.tsx';
import { litWay, type Visit } from './lit-way.ts';
import { PlayPanel } from './play-panel.tsx';
import { Problems } from './problems.tsx';
import { StepForm } from './step-form.tsx';
import { problemsByStep, stepAt } from './step-problems.ts';
import { useOutline } from './use-outline.ts';
import { useSchema } from './use-schema.ts';
import { useSelectedStep } from './use-selected-step.ts';
import { wordsFor } from './words.ts';

export interface JourneyEditorProps {
  workbook: Workbook;
  state: WorkbookState;
  path: string;
  sheet: Sheet;
  isFixed: boolean;
}

/** A journey as canvas, forms and text: three views of one file. */
export const JourneyEditor = ({ workbook, state, path, sheet, isFixed }: JourneyEditorProps) => {
  const { step: selected, as, side = 'form' } = useSearch({ from: '/shell/draft/$' });
  const navigate = useNavigate({ from: '/draft/$' });
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false;
  const { text } = sheet.history;
  const { outline, isStale, isBehind } = useOutline(workbook, path, text);
  const version = useMemo(
    () =>
      Object.values(state.sheets)
        .map(({ history }) => history.text)
        .join('\0'),
    [state.sheets],
  );
  const names = useNames(workbook, state.status === 'ready', version);
  const schema = useSchema(workbook, path);
  const words = useMemo(() => wordsFor(names), [names]);
  const [slot, setSlot] = useState<Slot>();
  const [fresh, setFresh] = useState<string>();
  const [line, setLine] = useState<number>();
  const [walk, setWalk] = useState<{ visits: readonly Visit[]; isOver: boolean }>();

  const put = useCallback(
    (search: { step?: string | undefined; as?: string; side?: string }) =>
      void navigate({ search: (before) => ({ ...before, ...search }), replace: true, resetScroll: false }),
    [navigate],
  );
  const select = useCallback((step: string | undefined) => put({ step }), [put]);
  const light = useCallback(
    (visits: readonly Visit[] | undefined, isOver: boolean) => setWalk(visits && { visits, isOver }),
    [],
  );
  const operate = (operation: Operation) =>
    workbook.operate(path, operation).then(
      (refused) => refused !== undefined && tellFailure(new Error(refused)),
      (error: unknown) => tellFailure(error instanceof Error ? error : new Error(String(error))),
    );
  const add = (where: Slot, step: Value) => {
    const value = where.under ? { [where.under]: [step] } : step;
    const place = [...where.list, where.at, ...(where.under ? [where.under, 0] : [])].join('/');
    void operate({ kind: 'insert', list: where.list, at: where.at, value }).then(() => setFresh(place));
  };

  useEffect(() => {
    const added =
      fresh === undefined || isBehind ? undefined : outline?.steps.find(({ place }) => place.join('/') === fresh);
    if (!added) return;
    setFresh(undefined);
    put({ step: added.id, side: 'form' });
  }, [outline, isBehind, fresh, put]);

  const drawing = useMemo((): Drawing | undefined => {
    if (!outline) return undefined;
    const titles = new Map(names.moments.map(({ id, title }) => [id, title]));
    const steps = outline.steps.map((step) => ({ ...step, momentTitle: titles.get(step.moment ?? '') }));
    return { on: outline.enter.on, steps, edges: outline.edges, exits: outline.exits };
  }, [outline, names]);
  const lit = useMemo(
    () => (drawing && walk && side === 'play' ? litWay(drawing, walk.visits, walk.isOver) : undefined),
    [drawing, walk, side],
  );
  const own = useMemo(() => state.findings.filter(({ file }) => file === path), [state.findings, path]);
  const placed = useProblems(path, text, state.findings);
  const problems = useMemo(() => problemsByStep(placed, outline), [placed, outline]);
  const step = useSelectedStep(outline, selected, select);
  const look = as ?? (isNarrow ? 'list' : 'canvas');
  const label = `The steps of ${outline?.title ?? path}`;

  return (
    <>
      <Problems
        path={path}
        findings={state.findings}
        isChecking={state.isChecking}
        goTo={(to) => {
          setLine(to);
          const at = outline && stepAt(to, outline);
          put({ ...(at !== undefined && { step: at }), side: 'yaml' });
        }}
        mend={isFixed ? undefined : (finding) => finding.fix && workbook.mend(path, finding.fix)}
      />
      <div className={classes.editor}>
        <div>
          <SegmentedControl
            mb="xs"
            size="xs"
            aria-label="How it is shown"
            value={look}
            onChange={(next) => put({ as: next })}
            data={[
              { value: 'canvas', label: 'Canvas' },
              { value: 'list', label: 'List' },
            ]}
          />
          <div className={classes.look}>
            {!drawing &&
              (isStale ? <Empty title="It cannot be drawn">Mend the text beside it first.</Empty> : <Loading />)}
            {drawing && look === 'canvas' && (
              <Canvas
                drawing={drawing}
                label={label}
                selected={step?.id}
                select={select}
                problems={problems}
                lit={lit}
                add={isFixed || lit ? undefined : setSlot}
              />
            )}
            {drawing && look === 'list' && (
              <div className={classes.scroll}>
                <StepList
                  drawing={drawing}
                  label={label}
                  selected={step?.id}
                  select={select}
                  problems={problems}
                  lit={lit}
                />
              </div>
            )}
          </div>
        </div>
        <Tabs
          value={side}
          onChange={(next) => put({ side: next ?? 'form' })}
          className={classes.beside ?? ''}
          keepMounted={false}
        >
          <Tabs.List>
            <Tabs.Tab value="form">{step ? 'Step' : 'Journey'}</Tabs.Tab>
            <Tabs.Tab value="yaml">YAML</Tabs.Tab>
            <Tabs.Tab value="play">What would happen</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="form" className={classes.pane ?? ''}>
            {outline && step && (
              <StepForm
                key={step.place.join('/')}
                outline={outline}
                step={step}
                names={names}
                isFixed={isFixed}
                problems={placed}
                operate={(operation) => void operate(operation)}
                add={setSlot}
              />
            )}
            {outline && !step && (
              <JourneyForm
                outline={outline}
                names={names}
                isFixed={isFixed}
                problems={placed}
                operate={(each) => void operate(each)}
                add={setSlot}
              />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="yaml" className={classes.pane ?? ''} data-flush>
            <Code
              label={`The text of ${path}`}
              text={text}
              findings={own}
              schema={schema}
              words={words}
              isFixed={isFixed}
              line={line ?? (step && outline?.lines[step.id])}
              change={(next) => workbook.type(path, next)}
              undo={() => workbook.undo(path)}
              redo={() => workbook.redo(path)}
              save={() => void workbook.save(path)}
            />
          </Tabs.Panel>
          <Tabs.Panel value="play" className={classes.pane ?? ''}>
            <PlayPanel
              workbook={workbook}
              outline={outline}
              names={names}
              version={version}
              isFixed={isFixed}
              light={light}
            />
          </Tabs.Panel>
        </Tabs>
      </div>
      <AddStep slot={slot} names={names} close={() => setSlot(undefined)} add={add} />
    </>
  );
};
