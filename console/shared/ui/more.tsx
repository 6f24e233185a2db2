import { Button, Group, Stack } from '@mantine/core';
import { Failure } from './failure.tsx';

export interface MoreProps {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: Error | null;
  fetchNextPage: () => unknown;
  label?: string;
}

/** The next page of a list, below what is there; if it did not come, why. */
export const More = ({
  hasNextPage,
  isFetchingNextPage,
  isFetchNextPageError,
  error,
  fetchNextPage,
  label = 'Show more',
}: MoreProps) =>
  hasNextPage ? (
    <Stack gap="sm">
      {isFetchNextPageError && error && <Failure error={error} />}
      <Group>
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchNextPageError ? 'Try again' : label}
        </Button>
      </Group>
    </Stack>
  ) : null;
