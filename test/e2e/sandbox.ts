import { openRun } from './open-run.ts';
import { DAY } from './stories.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { stage, outputs, outbox } = await openRun(print);
const { endpoint, prefix } = stage;

print(`
Everything that runs on AWS runs here until you press ctrl-c. A day takes ${DAY} seconds, and there are no quiet hours.

In another terminal, with the AWS command line:
  export AWS_ENDPOINT_URL=${endpoint} AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1

Send an event:
  aws events put-events --entries '[{"EventBusName": "${outputs.BusName}", "Source": "me", "DetailType": "customer.signed_up", "Detail": "{\\"customerId\\": \\"you\\", \\"email\\": \\"you@example.com\\"}"}]'

See what was decided, and why:
  aws dynamodb query --table-name ${outputs.RecordsTable} --key-condition-expression "pk = :pk" \\
    --expression-attribute-values '{":pk": {"S": "customer#you"}}' --query 'Items[].entry.S' --output text

See what was sent:  ${outbox}
See what was refused:  aws sqs receive-message --queue-url ${outputs.RejectsQueueUrl}
See the runs of a journey:  aws stepfunctions list-executions --state-machine-arn arn:aws:states:us-east-1:000000000000:stateMachine:${prefix}__onboarding
`);

// openRun stops it all on ctrl-c; until then there is nothing to do.
setInterval(() => {}, 60_000);
