import { Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Failure } from '../../shared/ui/failure.tsx';
import type { WorkbookState } from '../../worker/workbook/workbook.ts';

export interface LoadingDraftProps {
  state: WorkbookState;
  again: () => void;
  children: ReactNode;
}

/** The draft once it is here. */
export const LoadingDraft = ({ state: { status, read, failure }, again, children }: LoadingDraftProps) => {
  if (status === 'ready') return children;
  if (status === 'failed') return <Failure error={failure ?? new Error('The draft did not come.')} retry={again} />;
  return (
    <Stack gap="xs" role="status">
      <Text size="sm" c="dimmed">
        Reading the draft: {read.done} of {read.total} files
      </Text>
      <Progress aria-label="How far it is" value={(read.done / Math.max(1, read.total)) * 100} />
    </Stack>
  );
};
