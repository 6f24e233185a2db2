import { IconUsersGroup } from '@tabler/icons-react';
import type { Crowd } from '../../../functions/api/contract/crowds.ts';
import { crowdAddress } from '../../shared/routing/addresses.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { capital } from '../../shared/words/capital.ts';
import { count } from '../../shared/words/count.ts';
import { CrowdState } from '../../shared/work/crowd-state.tsx';
import work from '../../shared/work/work.module.css';
import classes from './tasks.module.css';

/** One matter of many customers, as a line of the queue. */
export const CrowdLine = ({ crowd }: { crowd: Crowd }) => {
  const { title, customers, work: all } = crowd;
  return (
    <Go to={crowdAddress(crowd.crowd)} className={classes.task}>
      <span className={classes.subject} dir="auto">
        {capital(title)}
      </span>
      <span className={work.about}>
        <Badge tone="person">
          <IconUsersGroup size={15} aria-hidden />
          {customers === undefined ? 'Many customers' : count(customers, 'customer')}
        </Badge>
      </span>
      <span className={work.about}>
        <CrowdState crowd={crowd} />
      </span>
      <span className={work.about}>{all.map(({ title: what }) => what).join(', ')}</span>
    </Go>
  );
};
