import { Button, Group } from '@mantine/core';
import { ApiProblem } from '../../../functions/api/contract/client.ts';
import { Go } from './go.tsx';
import classes from './notice.module.css';

/** A page to go on to, such as the list of what was looked for. */
export interface Onward {
  to: string;
  says: string;
}

export interface FailureProps {
  error: Error;
  retry?: (() => void) | undefined;
  /** Where to go from what is not there. */
  onward?: Onward | undefined;
}

/** What did not work: what, where, what to do; another try where that may help, and the way on where nothing is. */
export const Failure = ({ error, retry, onward }: FailureProps) => {
  const title = error instanceof ApiProblem ? error.problem.title : 'This did not work';
  const status = error instanceof ApiProblem ? error.problem.status : undefined;
  const isGone = status === 404 || status === 410;
  return (
    <div className={classes.notice} data-tone="bad" role="alert">
      <p className={classes.title}>{title}</p>
      <p className={classes.about}>{error.message}</p>
      {isGone && onward && <Go to={onward.to}>{onward.says}</Go>}
      {retry && !isGone && status !== 403 && (
        <Group mt={6}>
          <Button size="xs" variant="default" onClick={retry}>
            Try again
          </Button>
        </Group>
      )}
    </div>
  );
};
