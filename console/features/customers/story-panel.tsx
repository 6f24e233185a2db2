import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { StoryLine } from '../../../functions/api/contract/customers.ts';
import { StoryList } from '../../shared/person/story-list.tsx';
import { More, type MoreProps } from '../../shared/ui/more.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Segments } from '../../shared/ui/segments.tsx';

const KINDS = {
  all: () => true,
  got: ({ tone }: StoryLine) => tone === 'sent' || tone === 'person',
  kept: ({ tone }: StoryLine) => tone === 'held' || tone === 'stopped',
  mood: ({ tone }: StoryLine) => tone === 'good' || tone === 'bad',
} satisfies Record<string, (line: StoryLine) => boolean>;

type Kind = keyof typeof KINDS;

const LABELS: { value: Kind; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'got', label: 'What they got' },
  { value: 'kept', label: 'What was kept back' },
  { value: 'mood', label: 'What they felt' },
];

/** All that happened, newest first. */
export const StoryPanel = ({ lines, zone, more }: { lines: StoryLine[]; zone: string; more: MoreProps }) => {
  const [kind, setKind] = useState<Kind>('all');
  const linesOfKind = lines.filter(KINDS[kind]);
  return (
    <Panel title="Story">
      <Stack gap="md">
        <Segments
          aria-label="What of the story"
          size="xs"
          data={LABELS}
          value={kind}
          onChange={setKind}
          style={{ alignSelf: 'flex-start' }}
        />
        <div>
          {linesOfKind.length === 0 ? (
            <Text c="dimmed">Nothing of this in what is loaded.</Text>
          ) : (
            <StoryList lines={linesOfKind} zone={zone} />
          )}
        </div>
        <More {...more} label="Show what came before" />
      </Stack>
    </Panel>
  );
};
