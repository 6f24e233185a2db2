import { Button, Group, Stack, Text } from '@mantine/core';
import { tell } from '../../shared/ui/tell.ts';
import { NotSaved } from '../../worker/workbook/not-saved.tsx';
import type { Sheet } from '../../worker/workbook/sheet.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';
import classes from './policy.module.css';
import { FILE } from './use-policy.ts';

export interface SaveBarProps {
  workbook: Workbook;
  sheet: Sheet;
  isSound: boolean;
}

/** Saves what was changed in the draft, if nobody else has written it since. */
export const SaveBar = ({ workbook, sheet, isSound }: SaveBarProps) => {
  const save = async () => {
    if (await workbook.save(FILE)) tell('Saved in the draft. It counts once it is published.');
  };
  return (
    <section className={classes.bar} aria-label="Unsaved changes">
      <Stack gap="xs">
        <Text size="sm">
          {isSound ? 'You have changes that are not saved.' : 'What is wrong above has to be mended first.'}
        </Text>
        <NotSaved sheets={{ [FILE]: sheet }} />
      </Stack>
      <Group gap="xs">
        <Button variant="default" size="sm" onClick={() => workbook.revert(FILE)}>
          Undo all
        </Button>
        <Button size="sm" disabled={!isSound} loading={sheet.isSaving} onClick={() => void save()}>
          Save in the draft
        </Button>
      </Group>
    </section>
  );
};
