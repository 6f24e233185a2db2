import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { PublishResult } from '../../../functions/api/contract/drafts.ts';
import type { RouteName } from '../../../functions/api/contract/paths.ts';
import { useAct } from '../../shared/api/use-act.ts';
import { useJob } from '../../shared/api/use-job.ts';
import { useMay } from '../../shared/session/me.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { JobProgress } from './job-progress.tsx';

export interface GoLiveProps {
  /** What keeps it from going out. */
  hindrance: string | undefined;
  /** The version that one has looked at. */
  base: number;
  /** It was published, or refused. */
  over: () => void;
}

const CHANGES: RouteName[] = ['listVersions', 'me', 'diffVersion', 'listJourneys', 'listMoments'];

/** Says why, and lets the draft go out. */
export const GoLive = ({ hindrance, base, over }: GoLiveProps) => {
  const may = useMay();
  const [note, setNote] = useState('');
  const [started, setStarted] = useState<string>();
  const { mutate, isPending, isError } = useAct('publishDraft', {
    changes: [],
    done: ({ job }) => setStarted(job),
  });
  const { data: job, error } = useJob(started, CHANGES);
  const result = PublishResult.safeParse(job?.result);
  const isDone = job?.state === 'done';
  const isOver = job !== undefined && job.state !== 'running';
  // A refusal, too, may mean that another version was published meanwhile.
  useEffect(() => {
    if (isOver || isError) over();
  }, [isOver, isError, over]);
  const isRunning = isPending || job?.state === 'running';
  if (!may('publishDraft'))
    return (
      <Panel title="Let it go out">
        <Text size="sm">Who has the role publisher can publish this draft. Save it, and tell them.</Text>
      </Panel>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ body: { note, base } });
  };
  return (
    <Panel title="Let it go out" about={`in place of version ${base}`}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Textarea
            label="What changes, and why"
            description="Colleagues read it in the list of versions."
            autosize
            minRows={2}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          {hindrance === undefined && note.trim() === '' && (
            <Text size="sm" c="dimmed">
              Say what changes, and it can go out.
            </Text>
          )}
          {hindrance !== undefined && (
            <Text size="sm" c="var(--tone-bad)">
              {hindrance}
            </Text>
          )}
          <Group>
            <Button type="submit" loading={isRunning} disabled={note.trim() === '' || hindrance !== undefined}>
              Publish
            </Button>
          </Group>
          <JobProgress job={job} error={error} />
          {isDone && (
            <Text size="sm" role="status" c="var(--tone-good)">
              {result.success ? result.data.says : 'It is published.'}
            </Text>
          )}
        </Stack>
      </form>
    </Panel>
  );
};
