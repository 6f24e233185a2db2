import { join } from 'node:path';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Alarms } from './alarm.ts';
import { Broadcasting, createSteps } from './broadcasting.ts';
import { bundle, type Handlers, withoutBundles } from './bundle.ts';
import { Bus } from './bus.ts';
import { Capacity } from './capacity.ts';
import { Census } from './census.ts';
import { createClockShelf } from './clock.ts';
import { Console } from './console/console.ts';
import { addSite } from './console/site.ts';
import { Desk } from './desk.ts';
import { Effects } from './effects.ts';
import { Email } from './email.ts';
import { Inbound } from './inbound.ts';
import { Inbox } from './inbox.ts';
import { Intake } from './intake.ts';
import { Journeys } from './journeys.ts';
import { createAddressKey, createInboxKey, createLinkKey } from './keys.ts';
import { Messages } from './messages.ts';
import { Operator } from './operator.ts';
import { Panel } from './panel.ts';
import { Preferences } from './preferences.ts';
import { Publish } from './publish.ts';
import { Published } from './published.ts';
import { Relay } from './relay.ts';
import type { Settings } from './settings.ts';
import { Sources } from './sources.ts';
import { Tables } from './tables.ts';
import { Texts } from './texts.ts';
import type { Compiled } from './workflows.ts';

export interface MainProps extends StackProps {
  settings: Settings;
  compiled: Compiled;
  /** Where each part adds those that watch it. */
  alarms: Alarms;
  /** A folder for what is built on the way. */
  out: string;
  handlers?: Handlers;
}

/** Everything that runs. */
export class MainStack extends Stack {
  readonly published: Published;
  readonly publish: Publish;
  readonly tables: Tables;
  readonly bus: Bus;
  readonly email: Email;
  readonly effects: Effects;
  readonly intake: Intake;
  readonly broadcasting: Broadcasting;
  /** Where answers to emails come in, if a setting says where. */
  readonly inbound: Inbound | undefined;
  readonly relay: Relay;
  readonly census: Census;
  readonly operator: Operator;
  readonly preferences: Preferences;
  readonly messages: Messages;
  readonly journeys: Journeys;
  /** Where a product's backend reads inboxes, if a setting says that there is one. */
  readonly inbox: Inbox | undefined;
  /** Where people work, unless a setting says that they do not. */
  readonly console: Console | undefined;

  constructor(scope: Construct, id: string, { settings, compiled, alarms, out, handlers, ...props }: MainProps) {
    super(scope, id, props);
    const { catalogue, machines, repository } = compiled;
    const built = join(out, 'functions');
    const bundles = this.bundlingRequired ? bundle(built, repository, handlers) : withoutBundles(built, repository);
    this.published = new Published(this, 'Published', settings);
    const { published } = this;
    const functions = { settings, bundles, alarms, published };
    this.tables = new Tables(this, 'Tables', settings);
    this.bus = new Bus(this, 'Bus', settings);
    const { tables } = this;
    const { bus } = this.bus;
    const missed = createClockShelf(this, functions);
    this.effects = new Effects(this, 'Effects', { ...functions, tables, missed });
    const linkKey = createLinkKey(this, settings);
    const addressKey = createAddressKey(this, settings);
    const steps = createSteps(this, settings);
    this.intake = new Intake(this, 'Intake', { ...functions, bus, tables, linkKey, addressKey, steps: steps.queue });
    new Capacity(this, 'Capacity', { ...functions, tables, intake: this.intake, missed });
    this.broadcasting = new Broadcasting(this, 'Broadcasting', { ...functions, tables, steps, intake: this.intake });
    const { events } = this.intake;
    this.email = new Email(this, 'Email', { settings, bus, alarms, events });
    const texts = new Texts(this, 'Texts', { settings, alarms, events });
    const { inboundDomain: domain } = settings;
    if (domain !== undefined)
      this.inbound = new Inbound(this, 'Inbound', { ...functions, domain, tables, linkKey, events });
    new Panel(this, 'Panel', { settings, events });
    new Sources(this, 'Sources', { settings, catalogue, events });
    const { queues } = this.effects;
    this.relay = new Relay(this, 'Relay', { ...functions, bus, tables, linkKey, addressKey, queues });
    this.census = new Census(this, 'Census', { ...functions, tables });
    const { intake, inbound, relay } = this;
    const inboxKey = settings.inbox === 'on' ? createInboxKey(this, settings) : undefined;
    if (inboxKey) this.inbox = new Inbox(this, 'Inbox', { ...functions, bus, tables, key: inboxKey });
    const keys = { steps: steps.queue, linkKey, addressKey, ...(inboxKey && { inboxKey }) };
    this.operator = new Operator(this, 'Operator', { ...functions, tables, intake, inbound, relay, missed, ...keys });
    this.preferences = new Preferences(this, 'Preferences', { ...functions, bus, tables, linkKey });
    const { email, preferences } = this;
    this.messages = new Messages(this, 'Messages', {
      ...functions,
      tables,
      email,
      texts,
      preferences,
      linkKey,
      addressKey,
      missed,
    });
    const { deliver, advance } = this.messages;
    this.journeys = new Journeys(this, 'Journeys', {
      settings,
      alarms,
      journeys: Object.keys(machines),
      deliver,
      advance,
    });
    const { journeys, messages } = this;
    const buckets = [relay.givenUp, ...(inbound ? [inbound.bucket] : [])];
    this.publish = new Publish(this, 'Publish', { ...functions, tables, addressKey, journeys, messages, buckets });
    // Whoever decides by it is there before it is published.
    this.publish.node.addDependency(this.intake.fn, this.effects.fn, this.preferences.fn, this.operator);
    const { console } = settings;
    if (console !== 'off') {
      // What stands in for a handler serves nothing.
      if (handlers === undefined && this.bundlingRequired) addSite(bundles.folderOf('api'));
      const { operator } = this;
      const { publish } = this;
      const props = { ...functions, console, tables, bus, email, operator, publish, addressKey };
      this.console = new Console(this, 'Console', props);
    }
    const consoleUrl = this.console?.url;
    if (settings.desk !== undefined)
      new Desk(this, 'Desk', { ...functions, bus, tables, linkKey, steps: steps.queue, consoleUrl });
    this.#print();
  }

  #print(): void {
    const outputs = {
      BusName: this.bus.bus.eventBusName,
      CustomersTable: this.tables.customers.tableName,
      RecordsTable: this.tables.records.tableName,
      PreferencesUrl: this.preferences.url,
      RejectsQueueUrl: this.intake.rejects.queueUrl,
      DueQueueUrl: this.effects.queues.due.queueUrl,
      WorkflowsBucket: this.published.bucket.bucketName,
      LaterQueueUrl: this.effects.queues.later.queueUrl,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
