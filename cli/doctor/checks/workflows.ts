import { type Finding, look, ok, stop } from '../finding.ts';
import { isThrownAway } from '../names.ts';
import type { Plan } from '../plan.ts';

type Setting = Pick<Plan, 'stage' | 'inbox' | 'inboundDomain' | 'workflows' | 'says'>;

const ofReplies = ({ stage, inboundDomain, says }: Setting): Finding[] =>
  says?.replies && inboundDomain === undefined && !isThrownAway(stage)
    ? [
        stop(
          'policy.yaml says `replies: [email]`, and answers to emails come in nowhere on this stage, which is kept: the deploy would be refused.',
          'Give inboundDomain in cdk.json, such as reply.acme.example (docs/deploy.md, answers by mail), or take email out of `replies`.',
        ),
      ]
    : [];

const ofInbox = ({ inbox, says }: Setting): Finding[] => {
  if (says?.inbox && inbox === 'off')
    return [
      look(
        'policy.yaml says that a product shows inboxes, and this stage has no reader of them: what goes to the inbox alone reaches nobody.',
        'Deploy with -c inbox=on (docs/inbox.md).',
      ),
    ];
  if (says && !says.inbox && inbox === 'on')
    return [
      look(
        'inbox is on, and policy.yaml does not say for how long inboxes keep messages, so nothing goes there.',
        'Write inbox: { keeps: 90 days } (docs/inbox.md).',
      ),
    ];
  return [];
};

/** Whether the folder that is deployed and the settings of the stage agree. */
export const checkWorkflows = async (_: unknown, plan: Setting): Promise<Finding[]> => {
  if (!plan.says)
    return [
      stop(
        `The folder ${plan.workflows} is not right as it is: the deploy would be refused.`,
        `npm run -s tactful -- check ${plan.workflows}`,
      ),
    ];
  const findings = [...ofReplies(plan), ...ofInbox(plan)];
  return findings.length > 0 ? findings : [ok(`The folder ${plan.workflows} asks for nothing that this stage lacks.`)];
};
