import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Overview } from '../../../functions/api/contract/overview.ts';
import { journeyAddress } from '../../shared/routing/addresses.ts';
import { useMay } from '../../shared/session/me.ts';
import { Go } from '../../shared/ui/go.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { count } from '../../shared/words/count.ts';
import { mostFirst } from '../../shared/words/reason.ts';
import { rejectedInWords } from '../../shared/words/rejected.ts';
import classes from './attention.module.css';

type Alarm = Overview['alarms'][number];

/** To what was not taken, for who may see it. */
const ToRejects = () => {
  const may = useMay();
  return may('listRejects') ? <Go to="/rejects">Look at them</Go> : null;
};

const More = ({ kind, journey }: Alarm) => {
  if (journey !== undefined) return <Go to={journeyAddress(journey)}>Look at it</Go>;
  if (kind === 'rejects') return <ToRejects />;
  if (kind === 'workflows-broken') return <Go to="/journeys">Look at them</Go>;
  return null;
};

/** What wants to be looked at: alarms, and events that were not taken. */
export const Attention = ({ overview: { alarms, rejected } }: { overview: Overview }) => {
  const reasons = mostFirst(rejected);
  return (
    <Panel title="Wants a look">
      {alarms.length + reasons.length === 0 ? (
        <p className={classes.fine}>
          <IconCircleCheck size={20} aria-hidden /> All is well: nothing is broken, and every event of this week was
          taken.
        </p>
      ) : (
        <ul className={classes.list}>
          {alarms.map((alarm) => (
            <li key={`${alarm.kind} ${alarm.says}`} className={classes.alarm}>
              <IconAlertTriangle size={20} aria-hidden />
              <span dir="auto">
                {alarm.says} <More {...alarm} />
              </span>
            </li>
          ))}
          {reasons.length > 0 && !alarms.some(({ kind }) => kind === 'rejects') && (
            <li className={classes.alarm}>
              <IconAlertTriangle size={20} aria-hidden />
              <span>
                Not taken this week:{' '}
                {reasons.map(([code, many]) => `${count(many, 'event')} (${rejectedInWords(code)})`).join(', ')}.{' '}
                <ToRejects />
              </span>
            </li>
          )}
        </ul>
      )}
    </Panel>
  );
};
