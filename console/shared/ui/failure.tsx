import { Button, Group } from '@mantine/core';
import { ApiProblem } from '../../../functions/api/contract/client.ts';
import classes from './notice.module.css';

export interface FailureProps {
  error: Error;
  retry?: (() => void) | undefined;
}

/** What did not work: what, where, what to do; and another try where that may help. */
export const Failure = ({ error, retry }: FailureProps) => {
  const title = error instanceof ApiProblem ? error.problem.title : 'This did not work';
  const isForbidden = error instanceof ApiProblem && error.problem.status === 403;
  return (
    <div className={classes.notice} data-tone="bad" role="alert">
      <p className={classes.title}>{title}</p>
      <p className={classes.about}>{error.message}</p>
      {retry && !isForbidden && (
        <Group mt={6}>
          <Button size="xs" variant="default" onClick={retry}>
            Try again
          </Button>
        </Group>
      )}
    </div>
  );
};
