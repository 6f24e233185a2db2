import { EventBus, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { EventBus as BusTarget } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Catalogue } from '../language/catalogue/catalogue.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  catalogue: Catalogue;
}

/** The bus that events arrive on, ours or one that was brought, and what other systems' shapes are forwarded to it. */
export class Bus extends Construct {
  readonly bus: IEventBus;

  constructor(scope: Construct, id: string, { settings, catalogue }: Props) {
    super(scope, id);
    const { busName, prefix } = settings;
    this.bus =
      busName === undefined
        ? new EventBus(this, 'Bus', { eventBusName: prefix, description: 'Events for Tactful, and from it' })
        : EventBus.fromEventBusName(this, 'Bus', busName);
    if (busName === 'default') return;
    for (const [name, { from }] of Object.entries(catalogue.events)) {
      if (!from) continue;
      new Rule(this, `From-${name.replaceAll('.', '-')}`, {
        description: `Forwards ${from.detailType} of ${from.source} as ${name}`,
        eventPattern: { source: [from.source], detailType: [from.detailType] },
        targets: [new BusTarget(this.bus)],
      });
    }
  }
}
