import { Button, Group } from '@mantine/core';

export interface MoreProps {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  label?: string;
}

/** The next page of a list, below what is there. */
export const More = ({ hasNextPage, isFetchingNextPage, fetchNextPage, label = 'Show more' }: MoreProps) =>
  hasNextPage ? (
    <Group>
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {label}
      </Button>
    </Group>
  ) : null;
