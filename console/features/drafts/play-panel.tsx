import { Button, Group, Slider, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { inWords } from '../../shared/time/format.ts';
import { Empty } from '../../shared/ui/empty.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { tell } from '../../shared/ui/tell.ts';
import type { Names } from '../../worker/engine.ts';
import type { Outline } from '../../worker/outline.ts';
import type { Played, PlayRequest } from '../../worker/play.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';
import classes from './drafts.module.css';
import type { Visit } from './lit-way.ts';
import { scenarioText } from './scenario-text.ts';
import { type Happening, tellPlayed } from './telling.ts';
import { touching } from './touching.ts';
import { usePlay, useScenarios } from './use-play.ts';
import { WhoAndWhat } from './who-and-what.tsx';

export interface PlayPanelProps {
  workbook: Workbook;
  outline: Outline | undefined;
  names: Names;
  /** Changes whenever a file does. */
  version: string;
  isFixed: boolean;
  /** Tells the canvas where somebody was by then. */
  light: (visits: readonly Visit[] | undefined, isOver: boolean) => void;
}

const Message = ({ played, index }: { played: Played; index: number }) => {
  const message = played.messages[index];
  if (!message) return null;
  return (
    <section className={classes.mail} aria-label="The message">
      <strong>{message.subject}</strong>
      {'\n\n'}
      {message.text}
    </section>
  );
};

const Line = ({
  happening,
  zone,
  isNow,
  isLater,
  go,
}: {
  happening: Happening;
  zone: string;
  isNow: boolean;
  isLater: boolean;
  go: () => void;
}) => (
  <li>
    <button
      type="button"
      className={classes.happening}
      data-tone={happening.tone}
      data-later={isLater || undefined}
      aria-current={isNow ? 'step' : undefined}
      onClick={go}
    >
      <time dateTime={happening.at}>{inWords(happening.at, 'moment', zone)}</time>
      <span>
        {happening.text}
        {happening.reason && <> · {happening.reason}</>}
      </span>
      {isNow && happening.because && <span className={classes.why}>{happening.because}</span>}
    </button>
  </li>
);

const Save = ({ save }: { save: (name: string) => string | undefined }) => {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(save(name));
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          label="Keep it as a scenario"
          placeholder="Who signs up on Friday gets the first tip on Monday"
          value={name}
          error={problem}
          style={{ flex: 1 }}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={name.trim() === ''}>
          Save
        </Button>
      </Group>
    </form>
  );
};

/** What would happen to somebody, in virtual time: the way lights up as one moves through it. */
export const PlayPanel = ({ workbook, outline, names, version, isFixed, light }: PlayPanelProps) => {
  const scenarios = useScenarios(workbook, version);
  const [input, setInput] = useState<{ request: PlayRequest; zone: string; file?: string | undefined }>();
  const sorted = useMemo(
    () => (outline ? touching(scenarios, outline) : { own: [], others: scenarios }),
    [scenarios, outline],
  );
  const first = sorted.own[0];
  const request = input?.request ?? first?.request;
  const zone = input?.zone ?? first?.zone ?? 'Europe/London';
  const { played, leftOut, refused, took, isPlaying } = usePlay(workbook, request, version);
  const happenings = useMemo(() => (played ? tellPlayed(played) : []), [played]);
  const [at, setAt] = useState<number>();
  const now = Math.min(at ?? happenings.length - 1, happenings.length - 1);
  const current = happenings[now];
  const isOver = now >= happenings.length - 1;

  useEffect(() => {
    if (!played || !outline) return;
    const by = isOver ? played.path.length : (current?.stops ?? 0);
    const own = played.path.slice(0, by).filter(({ journey }) => journey === outline.journey);
    light(own, isOver);
  }, [played, outline, current, isOver, light]);
  useEffect(() => () => light(undefined, false), [light]);

  const save = (name: string): string | undefined => {
    if (!request || !played) return 'There is nothing to keep yet';
    const { path, text } = scenarioText(name, request, played, zone);
    if (workbook.state().sheets[path]) return 'A scenario of this name is there already';
    workbook.create(path, text);
    tell(`It is in ${path} of the draft.`);
    return undefined;
  };

  return (
    <Stack gap="md">
      <WhoAndWhat
        scenarios={sorted}
        names={names}
        request={request}
        file={input ? input.file : first?.file}
        ask={(next, its, file) => {
          setAt(undefined);
          setInput({ request: next, zone: its, file });
        }}
      />
      {refused !== undefined && <Failure error={new Error(refused)} />}
      {leftOut.length > 0 && (
        <Text size="sm" c="var(--tone-bad)">
          Without {leftOut.join(', ')}: there is something to mend first.
        </Text>
      )}
      {request === undefined && scenarios.length > 0 && (
        <Empty title="Choose somebody">A scenario, or a customer: then their way lights up in the journey.</Empty>
      )}
      {played && happenings.length === 0 && (
        <Empty title="Nothing happens">These events start no journey. Look at who enters, and when.</Empty>
      )}
      {played && current && (
        <>
          <Slider
            label={null}
            thumbLabel="Where in time"
            min={0}
            max={Math.max(1, happenings.length - 1)}
            value={now}
            onChange={setAt}
          />
          <Group justify="space-between">
            <Text size="sm" fw={600} role="status">
              {inWords(current.at, 'moment', zone)} ({zone})
            </Text>
            <Text size="sm" c="dimmed">
              {isPlaying || took === undefined ? 'playing …' : `played in ${Math.round(took)} ms`}
            </Text>
          </Group>
          <ol className={classes.happenings}>
            {happenings.map((happening, index) => (
              <Line
                // biome-ignore lint/suspicious/noArrayIndexKey: what happens is known by its place.
                key={index}
                happening={happening}
                zone={zone}
                isNow={index === now}
                isLater={index > now}
                go={() => setAt(index)}
              />
            ))}
          </ol>
          {current.message !== undefined && <Message played={played} index={current.message} />}
          {!isFixed && <Save save={save} />}
        </>
      )}
    </Stack>
  );
};
