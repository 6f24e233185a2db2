import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** The bus that events arrive on, ours or one that was brought. */
export class Bus extends Construct {
  readonly bus: IEventBus;

  constructor(scope: Construct, id: string, { busName, prefix }: Settings) {
    super(scope, id);
    this.bus =
      busName === undefined
        ? new EventBus(this, 'Bus', { eventBusName: prefix, description: 'Events for Tactful, and from it' })
        : EventBus.fromEventBusName(this, 'Bus', busName);
  }
}
