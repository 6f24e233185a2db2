import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { tellFailure } from '../../shared/ui/tell.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';

/** Takes back what was done to a file since it was published, or the file where it is new. */
export const Discard = ({ workbook, path, isNew }: { workbook: Workbook; path: string; isNew: boolean }) => {
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
      <Modal
        opened={isSure}
        onClose={() => setSure(false)}
        title={`Discard ${path}`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack>
          <Text>
            {isNew
              ? 'The file is not published yet: it goes from the draft, with all that is written in it.'
              : 'All that was changed in it since it was published goes from the draft, also what colleagues saved.'}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setSure(false)}>
              Keep it
            </Button>
            <Button color="brick" onClick={discard}>
              Discard it
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
