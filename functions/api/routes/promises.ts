import { ownValue } from '../../../core/own-value.ts';
import { promiseFigures } from '../../shared/promise-figures.ts';
import { lastDays } from '../days.ts';
import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';

export const promiseHandlers = ({ counts, clock, running }: ApiDeps): Pick<Handlers, 'listPromises'> => ({
  listPromises: async ({ query }) => {
    const { moments } = (await running()).project.catalogue;
    const days = lastDays(clock.now(), query.days);
    const items = promiseFigures(await counts.of('', days));
    return {
      ...days,
      items: items.map((one) => ({ ...one, title: ownValue(moments, one.moment)?.title ?? one.moment })),
    };
  },
});
