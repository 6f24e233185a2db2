import { describe } from 'vitest';
import { countsContract } from './counts.contract.ts';
import { directoryContract } from './directory.contract.ts';
import { peopleContract } from './people.contract.ts';
import { queueContract } from './queue.contract.ts';
import { type OpenStorage, openedBy } from './support.ts';

/** What every storage of a census does. `open` is given a `load` that knows only `ada`, and `guest`, who is ada. */
export const censusContract = (name: string, open: OpenStorage): void => {
  const opened = openedBy(open);

  describe(`a census in ${name}`, () => {
    countsContract(opened);
    peopleContract(opened);
    directoryContract(opened);
    queueContract(opened);
  });
};
