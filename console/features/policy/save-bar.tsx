import { Button, Group, Text } from '@mantine/core';
import type { DraftFile } from '../../../functions/api/contract/drafts.ts';
import { useAct } from '../../shared/api/use-act.ts';
import classes from './policy.module.css';
import { FILE } from './use-policy.ts';

export interface SaveBarProps {
  saved: DraftFile;
  text: string;
  isSound: boolean;
  revert: () => void;
}

/** Saves what was changed in the draft, if nobody else has written it since. */
export const SaveBar = ({ saved, text, isSound, revert }: SaveBarProps) => {
  const { mutate, isPending } = useAct('writeDraftFile', {
    changes: ['readDraftFile', 'listDraftFiles', 'checkDraft'],
    says: () => 'Saved in the draft. It counts once it is published.',
  });
  return (
    <section className={classes.bar} aria-label="Unsaved changes">
      <Text size="sm">
        {isSound ? 'You have changes that are not saved.' : 'What is wrong above has to be mended first.'}
      </Text>
      <Group gap="xs">
        <Button variant="default" size="sm" onClick={revert}>
          Undo all
        </Button>
        <Button
          size="sm"
          disabled={!isSound}
          loading={isPending}
          onClick={() => mutate({ params: { path: FILE }, headers: { 'if-match': saved.etag }, body: { text } })}
        >
          Save in the draft
        </Button>
      </Group>
    </section>
  );
};
