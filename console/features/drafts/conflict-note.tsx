import { Button, Group, Text } from '@mantine/core';
import { When } from '../../shared/time/when.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import type { Conflict } from '../../worker/workbook/sheet.ts';
import classes from './drafts.module.css';

const SAYS = {
  saved: {
    title: 'saved this file first',
    lead: 'Look at their text; then keep yours, which you may save over it, or take theirs.',
    theirs: 'Take theirs',
  },
  removed: {
    title: 'removed this file',
    lead: 'Keep yours, which you may save as a new file, or let the file go, with what you have written.',
    theirs: 'Let it go',
  },
};

/** Somebody else was first: nothing is lost, and one says which text goes on. */
export const ConflictNote = ({
  conflict,
  settle,
}: {
  conflict: Conflict;
  settle: (choice: 'mine' | 'theirs') => void;
}) => {
  const says = conflict.theirs === undefined ? SAYS.removed : SAYS.saved;
  return (
    <Panel title={`${conflict.by ?? 'Somebody else'} ${says.title}`}>
      <div role="alert">
        <Text size="sm">
          {conflict.at && (
            <>
              <When at={conflict.at} style="ago" />,{' '}
            </>
          )}
          while you were writing. Nothing of yours is lost. {says.lead}
        </Text>
        {conflict.theirs !== undefined && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too.
          <pre className={classes.theirs} tabIndex={0}>
            {conflict.theirs}
          </pre>
        )}
        <Group gap="xs">
          <Button size="xs" onClick={() => settle('mine')}>
            Keep mine
          </Button>
          <Button size="xs" variant="default" onClick={() => settle('theirs')}>
            {says.theirs}
          </Button>
        </Group>
      </div>
    </Panel>
  );
};
