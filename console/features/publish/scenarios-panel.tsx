import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Badge } from '../../shared/ui/badge.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { count } from '../../shared/words/count.ts';
import type { AnswerTo } from '../../worker/engine.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';

type Outcome = AnswerTo<'scenarios'>;

const Result = ({ items, unreached }: Outcome) => {
  const failed = items.filter(({ isMet }) => !isMet);
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        <Badge tone={failed.length === 0 ? 'good' : 'bad'}>
          {failed.length === 0 ? 'all as expected' : `${failed.length} not as expected`}
        </Badge>{' '}
        {count(items.length, 'scenario')} played, here in your browser.
      </Text>
      {failed.map(({ scenario, file, unmet }) => (
        <div key={file}>
          <Go to={`/draft/${file}`}>{scenario}</Go>
          {unmet.map(({ expected, why }) => (
            <Text key={expected} size="sm">
              {expected}: {why}
            </Text>
          ))}
        </div>
      ))}
      {unreached.length > 0 && (
        <Text size="sm" c="dimmed">
          No scenario comes to {unreached.slice(0, 6).join(', ')}
          {unreached.length > 6 && ` and ${unreached.length - 6} more`}.
        </Text>
      )}
    </Stack>
  );
};

/** All scenarios of the draft, in virtual time. */
export const ScenariosPanel = ({ workbook }: { workbook: Workbook }) => {
  const [outcome, setOutcome] = useState<Outcome>();
  const [failure, setFailure] = useState<Error>();
  const [isPlaying, setIsPlaying] = useState(false);
  const play = async () => {
    setIsPlaying(true);
    setFailure(undefined);
    try {
      setOutcome(await workbook.ask('scenarios', { files: workbook.files() }));
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    }
    setIsPlaying(false);
  };
  return (
    <Panel title="Scenarios">
      <Stack gap="md">
        <Group>
          <Button variant="default" loading={isPlaying} onClick={() => void play()}>
            {outcome ? 'Play them again' : 'Play the scenarios'}
          </Button>
        </Group>
        {failure && <Failure error={failure} />}
        {outcome && <Result {...outcome} />}
      </Stack>
    </Panel>
  );
};
