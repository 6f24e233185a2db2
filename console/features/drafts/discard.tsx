import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Sure } from '../../shared/ui/sure.tsx';
import { tellFailure } from '../../shared/ui/tell.ts';
import type { Sheet } from '../../worker/workbook/sheet.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';

/** What becomes of the file. What a colleague saved while one wrote is nobody's here to take back. */
const says = ({ conflict, change }: Sheet): string => {
  const by = conflict?.by ?? 'somebody else';
  if (conflict?.theirs !== undefined)
    return `What you have written in it goes. The file stays in the draft as ${by} saved it meanwhile.`;
  if (conflict) return `What you have written in it goes, and the file with it: ${by} removed it meanwhile.`;
  if (change === 'added')
    return 'The file is not published yet: it goes from the draft, with all that is written in it.';
  if (change === 'same') return 'What you have written in it and not saved goes. It is as it is published then.';
  return 'All that was changed in it since it was published goes from the draft, also what colleagues saved.';
};

/** Takes back what was done to a file since it was published, or the file where it is new; of one that somebody else saved what is written here. */
export const Discard = ({ workbook, path, sheet }: { workbook: Workbook; path: string; sheet: Sheet }) => {
  const [isSure, setSure] = useState(false);
  const discard = () => {
    setSure(false);
    void workbook.discard(path).catch(tellFailure);
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        c="var(--tone-bad)"
        aria-label={`Discard ${path}`}
        onClick={() => setSure(true)}
      >
        Discard
      </Button>
      <Sure
        isOpen={isSure}
        close={() => setSure(false)}
        title={`Discard ${path}`}
        leave="Keep it"
        go="Discard it"
        act={discard}
      >
        <Text>{says(sheet)}</Text>
      </Sure>
    </>
  );
};
