import type { CustomerState } from '../../core/customer/model/state.ts';
import { MINUTE } from '../../language/catalogue/milliseconds.ts';
import { catalogue } from '../support/catalogue.ts';
import { MERGED, twoIds } from '../support/two-ids.ts';

/** What is left of two ids of one person: the alias, and who took over, under way in what was entered by the other id. */
export const mergedItems = async (): Promise<[alias: CustomerState, person: CustomerState]> => {
  const { guest, ada, merge, pass } = twoIds(catalogue({ events: MERGED }));
  await guest.event('start');
  await ada.event('fail', { ref: 'r1' });
  await guest.send(guest.task('hello', 'welcome'));
  pass(MINUTE / 2);
  await merge();
  return [await guest.state(), await ada.state()];
};
