import { EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { PANEL_EVENT, PANEL_SOURCE } from '../language/catalogue/panel.ts';
import type { WorkQueue } from './queue.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  events: WorkQueue;
}

/** Draws each week who is asked a question, where policy says that some are. It is there on every stage, since policy may say so any day. */
export class Panel extends Construct {
  constructor(scope: Construct, id: string, { settings: { prefix }, events }: Props) {
    super(scope, id);
    new Rule(this, 'Weekly', {
      ruleName: `${prefix}-panel`,
      description: 'Each Monday at nine, UTC: some customers are drawn to be asked a question',
      schedule: Schedule.cron({ weekDay: 'MON', hour: '9', minute: '0' }),
      targets: [
        new SqsQueue(events.queue, {
          deadLetterQueue: events.deadLetters,
          message: RuleTargetInput.fromObject({
            id: EventField.eventId,
            source: PANEL_SOURCE,
            'detail-type': PANEL_EVENT,
            time: EventField.time,
            detail: {},
          }),
        }),
      ],
    });
  }
}
