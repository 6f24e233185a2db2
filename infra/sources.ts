import { createHash } from 'node:crypto';
import { EventBus, type IEventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Annotations, ArnFormat, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Catalogue } from '../language/catalogue/catalogue.ts';
import { isOfSource, type Origin, sourceWords } from '../language/catalogue/origin.ts';
import type { WorkQueue } from './queue.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  catalogue: Catalogue;
  /** Where intake takes events from. */
  events: WorkQueue;
}

const PARTNER = 'aws.partner/';

/** What tells apart which envelopes a rule takes. */
const keyOf = ({ source, detailType }: Origin): string => `${JSON.stringify(source)} ${detailType}`;

/** What another takes already would come twice. */
const isCovered = ({ source, detailType }: Origin, by: Origin): boolean =>
  by.detailType === detailType &&
  typeof by.source !== 'string' &&
  isOfSource(by.source, typeof source === 'string' ? source : source.prefix);

/** One for each source and detail-type, however many declarations there are. */
const distinct = (origins: Origin[]): Origin[] => {
  const unique = [...new Map(origins.map((origin) => [keyOf(origin), origin])).values()];
  return unique.filter((origin) => !unique.some((other) => other !== origin && isCovered(origin, other)));
};

/** A partner's bus has the name of its source, and brings nothing else. */
const comesOver = (bus: string, { source }: Origin): boolean => {
  if (!bus.startsWith(PARTNER)) return true;
  return isOfSource(source, bus);
};

/** Whether any of these buses may bring it: a partner's event is never on another bus by itself. */
const arrives = ({ source }: Origin, buses: string[]): boolean => {
  const first = typeof source === 'string' ? source : source.prefix;
  return !first.startsWith(PARTNER) || buses.some((bus) => bus.startsWith(PARTNER) && isOfSource(source, bus));
};

interface Brought {
  bus: IEventBus;
  name: string;
  ruleName: string;
  events: WorkQueue;
}

/**
 * Rules that bring the shapes of other systems from the buses on which they arrive. They go to intake's queue and not over
 * our bus: EventBridge takes nothing to a second bus that a rule took to the first.
 */
export class Sources extends Construct {
  constructor(scope: Construct, id: string, { settings, catalogue, events }: Props) {
    super(scope, id);
    const origins = distinct(Object.values(catalogue.events).flatMap(({ from = [] }) => from));
    // Everything on our own bus goes to intake as it is.
    const buses = settings.sourceBuses.filter((each) => each !== settings.ownBus);
    // No stage has an underscore, so no stage's rules begin like another's.
    const rules = `${settings.prefix}_from-`;
    for (const name of buses) {
      const bus = EventBus.fromEventBusName(this, `Bus-${short(name)}`, name);
      for (const origin of origins.filter((each) => comesOver(name, each))) {
        const ruleName = `${rules}${short(`${name} ${keyOf(origin)}`)}`;
        this.#bring(origin, { bus, name, ruleName, events });
      }
    }
    if (buses.length > 0 && origins.length > 0)
      for (const queue of [events.queue, events.deadLetters]) this.#allow(queue, rules);
    for (const { source } of origins.filter((origin) => !arrives(origin, buses)))
      Annotations.of(this).addWarningV2(
        `tactful:source-${short(sourceWords(source))}`,
        `Events of ${sourceWords(source)} come over the partner's own bus: name that bus in sourceBuses (docs/deploy.md).`,
      );
  }

  #bring({ source, detailType }: Origin, { bus, name, ruleName, events }: Brought): void {
    new Rule(this, ruleName, {
      ruleName,
      // Of the default bus a rule names none.
      ...(name === 'default' ? {} : { eventBus: bus }),
      description: `Brings ${detailType} of ${sourceWords(source)} to intake`.slice(0, 512),
      eventPattern: {
        source: typeof source === 'string' ? [source] : Match.prefix(source.prefix),
        detailType: [detailType],
      },
      targets: [
        {
          bind: () => ({
            arn: events.queue.queueArn,
            deadLetterConfig: { arn: events.deadLetters.queueArn },
            targetResource: events.queue,
          }),
        },
      ],
    });
  }

  /** By the beginning of their names: a queue's policy has room for twenty statements, and one for each rule would soon be too many. */
  #allow(queue: Queue, rules: string): void {
    const arn = (resourceName: string) =>
      Stack.of(this).formatArn({
        service: 'events',
        resource: 'rule',
        resourceName,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      });
    queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { ArnLike: { 'aws:SourceArn': [arn(`${rules}*`), arn(`*/${rules}*`)] } },
      }),
    );
  }
}

/** A name of a construct: sources have signs in them that names may not have. */
const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
