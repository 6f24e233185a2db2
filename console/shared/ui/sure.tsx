import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

interface SureProps {
  isOpen: boolean;
  close: () => void;
  title: string;
  /** What it would do, in a sentence. */
  children: ReactNode;
  /** On the button that leaves all as it is. */
  leave: string;
  /** On the button that does it. */
  go: string;
  act: () => void;
  isReady?: boolean;
  isPending?: boolean;
}

/** Asks once more before something is done that cannot be undone, or that many would notice. */
export const Sure = ({ isOpen, close, title, children, leave, go, act, isReady = true, isPending }: SureProps) => (
  <Modal opened={isOpen} onClose={close} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
    <Stack>
      {children}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {leave}
        </Button>
        <Button color="brick" disabled={!isReady} loading={isPending === true} onClick={act}>
          {go}
        </Button>
      </Group>
    </Stack>
  </Modal>
);
