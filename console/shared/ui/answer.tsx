import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../../functions/api/contract/client.ts';
import { Failure, type Onward } from './failure.tsx';
import { Outdated } from './outdated.tsx';

const LINES = ['62%', '88%', '74%'];

/** The shape of what is about to come. */
export const Loading = ({ height = 18, label = 'Loading' }: { height?: number; label?: string }) => (
  <Stack gap="sm" aria-busy="true">
    <VisuallyHidden role="status">{label}</VisuallyHidden>
    {LINES.map((width) => (
      <Skeleton key={width} height={height} width={width} radius="sm" />
    ))}
  </Stack>
);

export interface AnswerProps<Data> {
  query: {
    data: Data | undefined;
    error: Error | null;
    refetch: () => unknown;
    /** Milliseconds, by the clock of this machine. */
    dataUpdatedAt: number;
    /** What is there is as it should be: more of it did not come. */
    isFetchNextPageError?: boolean;
  };
  loading?: ReactNode;
  /** Where to go if what is asked for is not there. */
  onward?: Onward;
  /** Around what did not work. */
  failed?: (failure: ReactNode) => ReactNode;
  children: (data: Data) => ReactNode;
}

/** What was there before is not shown any more: it is gone, or one may not see it. */
const isWithheld = (error: Error | null): boolean =>
  error instanceof ApiProblem && [403, 404, 410].includes(error.problem.status);

/** An answer of the API once it is there; until then its shape, and if it does not come, why. An old one says how old. */
export const Answer = <Data,>({
  query: { data, error, refetch, dataUpdatedAt, isFetchNextPageError = false },
  loading = <Loading />,
  onward,
  failed = (failure) => failure,
  children,
}: AnswerProps<Data>) => {
  const retry = () => void refetch();
  if (data !== undefined && !isWithheld(error))
    return (
      <>
        {error && !isFetchNextPageError && <Outdated error={error} at={dataUpdatedAt} retry={retry} />}
        {children(data)}
      </>
    );
  if (error) return failed(<Failure error={error} retry={retry} onward={onward} />);
  return loading;
};
