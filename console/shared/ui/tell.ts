import { notifications } from '@mantine/notifications';
import { ApiProblem } from '../../../functions/api/contract/client.ts';

/** Says in a corner what came of something. */
export const tell = (message: string): void => void notifications.show({ message, color: 'pine' });

/** Says why something did not work, and stays until it is read. */
export const tellFailure = (error: Error): void =>
  void notifications.show({
    title: error instanceof ApiProblem ? error.problem.title : 'This did not work',
    message: error.message,
    color: 'brick',
    autoClose: false,
  });
