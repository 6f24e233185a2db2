import type { Me } from '../../../../functions/api/contract/me.ts';
import classes from '../../../shared/ui/notice.module.css';

/** Before one does what a system, or a customer, would have done. */
export const Warning = ({ me }: { me: Me }) => {
  if (me.isLocal) return null;
  return (
    <div className={classes.notice} data-tone="bad" role="alert">
      <p className={classes.title}>{me.isKept ? 'This is a real customer' : `This happens on ${me.stage}`}</p>
      <p className={classes.about}>
        {me.isKept
          ? 'What you send is taken for true, as from your own systems: their journeys go on by it, and they may get messages. It stands in the audit.'
          : 'It is taken as from your own systems, and messages may go out. It stands in the audit.'}
      </p>
    </div>
  );
};
