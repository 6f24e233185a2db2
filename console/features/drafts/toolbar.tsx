import { Button, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { Badge } from '../../shared/ui/badge.tsx';
import { isUnsaved, type Sheet } from '../../worker/workbook/sheet.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';

export interface ToolbarProps {
  workbook: Workbook;
  path: string;
  sheet: Sheet;
}

/** Back, forth, and save. */
export const Toolbar = ({ workbook, path, sheet }: ToolbarProps) => {
  const { past, future } = sheet.history;
  const unsaved = isUnsaved(sheet);
  return (
    <Group gap="xs">
      {unsaved ? <Badge tone="wait">not saved yet, kept in this browser</Badge> : <Badge tone="good">saved</Badge>}
      <Tooltip label="Take the last change back">
        <Button variant="default" aria-label="Undo" disabled={past.length === 0} onClick={() => workbook.undo(path)}>
          <IconArrowBackUp size={18} />
        </Button>
      </Tooltip>
      <Tooltip label="Make it again">
        <Button variant="default" aria-label="Redo" disabled={future.length === 0} onClick={() => workbook.redo(path)}>
          <IconArrowForwardUp size={18} />
        </Button>
      </Tooltip>
      <Button disabled={!unsaved} loading={sheet.isSaving} onClick={() => void workbook.save(path)}>
        Save
      </Button>
    </Group>
  );
};
