import { CfnOutput, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { counted } from '../alarm.ts';
import type { FunctionProps } from '../function.ts';
import { ApiFunction, type ApiProps } from './function.ts';
import { Users } from './user-pool.ts';
import { Web } from './web.ts';

type Props = Omit<ApiProps, 'users' | 'clientId'>;

/** Where marketing, agents and operators work: who they are, what answers them, and the address where it is. */
export class Console extends Construct {
  readonly users: Users;
  readonly api: ApiFunction;
  readonly url: string;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const { settings, console } = props;
    this.users = new Users(this, 'Users', { settings, console });
    const web = new Web(this, 'Web', settings);
    this.url = web.api.apiEndpoint;
    const { userPoolClientId: clientId } = this.users.addSite(this.url);
    this.api = new ApiFunction(this, 'Api', { ...props, users: this.users, clientId });
    web.serve({ fn: this.api.fn.live, issuer: this.users.issuer, clientId });
    this.#watch(props);
    const outputs = { ConsoleUrl: this.url, UserPool: this.users.pool.userPoolId, ConsoleClient: clientId };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(Stack.of(this), name, { value });
  }

  #watch({ alarms, settings }: FunctionProps): void {
    alarms.add('console-fails', {
      metric: counted(settings, 'ConsoleFailed'),
      threshold: 5,
      about: 'The console could not answer those who use it, for a fault of ours. Read the log of api.',
    });
  }
}
