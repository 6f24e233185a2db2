import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ageOfOldest, counted, waitingIn } from './alarm.ts';
import { keyOf } from './encryption.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import { WorkQueue } from './queue.ts';
import { allowRecords } from './records.ts';
import type { Settings } from './settings.ts';
import { type Tables, tableNames } from './tables.ts';

interface Props extends FunctionProps {
  /** Where answers come in. */
  domain: string;
  tables: Tables;
  linkKey: Secret;
  /** Where intake takes events from. */
  events: WorkQueue;
}

/** As long as dead letters: a mail that was not taken is there for a person to look at, and goes. */
const KEPT = Duration.days(14);
const FOLDER = 'mail/';

/** Mails that answer ours: by a rule of SES into a bucket, told by a topic, through a queue, to intake. */
export class Inbound extends Construct {
  readonly fn: TactfulFunction;
  readonly notices: WorkQueue;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { domain, tables, linkKey, events, ...props }: Props) {
    super(scope, id);
    const { settings } = props;
    const timeout = Duration.seconds(30);
    this.notices = new WorkQueue(this, 'Notices', {
      name: `${settings.prefix}-inbound`,
      visibility: Duration.seconds(6 * timeout.toSeconds()),
      // As with events: days of a fault that we know of.
      attempts: 150,
    });
    this.bucket = this.#createBucket(settings);
    this.#receive(settings, domain);
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'inbound',
      timeout,
      environment: {
        ...tableNames(tables),
        MAIL_BUCKET: this.bucket.bucketName,
        INBOUND_QUEUE_URL: this.notices.queue.queueUrl,
        INTAKE_QUEUE_URL: events.queue.queueUrl,
        LINK_KEY_SECRET: linkKey.secretArn,
        REPLY_DOMAIN: domain,
        SENDER_ADDRESS: settings.address,
      },
    });
    this.fn.allow(['s3:GetObject', 's3:DeleteObject'], [this.bucket.arnForObjects(`${FOLDER}*`)]);
    // Without it what was taken already is answered as what may not be read.
    this.fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    const bucketId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    accept(
      this.fn.lambda.role!,
      `IAM5[Resource::<${bucketId}.Arn>/${FOLDER}*]`,
      'SES itself names the mails that it puts there.',
    );
    this.fn.allow(['dynamodb:GetItem'], [tables.customers.tableArn]);
    allowRecords(this.fn, tables.records, 'reply', ['dynamodb:GetItem']);
    this.fn.allow(['secretsmanager:GetSecretValue'], [linkKey.secretArn]);
    this.fn.allow(['sqs:SendMessage'], [events.queue.queueArn]);
    this.fn.take(
      'InboundNoticesMapping',
      new SqsEventSource(this.notices.queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 10 }),
    );
    this.#watch(props);
    new CfnOutput(Stack.of(this), 'MailBucket', {
      value: this.bucket.bucketName,
      description: 'Where mails lie until they are taken, and those that are nobody’s for 14 days',
    });
    new CfnOutput(Stack.of(this), 'InboundMx', {
      value: `${domain} MX 10 inbound-smtp.${Stack.of(this).region}.amazonaws.com`,
      description: 'A record to add to your DNS, so that answers to emails come here',
    });
  }

  /** SES puts a mail into the bucket, and tells the topic what it found: what it says of spam and forgery stands nowhere else that a sender cannot write. */
  #receive(settings: Settings, domain: string): void {
    const { prefix, emailTls } = settings;
    const own =
      settings.inboundRuleSet === undefined
        ? new CfnReceiptRuleSet(this, 'RuleSet', { ruleSetName: prefix })
        : undefined;
    const ruleSetName = settings.inboundRuleSet ?? prefix;
    const ses = new ServicePrincipal('ses.amazonaws.com');
    const { account } = Stack.of(this);
    const rule = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'receipt-rule-set',
      resourceName: `${ruleSetName}:receipt-rule/${prefix}`,
    });
    const conditions = { StringEquals: { 'aws:SourceAccount': account, 'aws:SourceArn': rule } };
    const topic = this.#createTopic(settings);
    const toTopic = topic.addToResourcePolicy(
      new PolicyStatement({ principals: [ses], actions: ['sns:Publish'], resources: [topic.topicArn], conditions }),
    );
    const toBucket = this.bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [ses],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${FOLDER}*`)],
        conditions,
      }),
    );
    const receiptRule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName,
      rule: {
        name: prefix,
        enabled: true,
        recipients: [domain],
        scanEnabled: true,
        tlsPolicy: emailTls === 'require' ? 'Require' : 'Optional',
        actions: [
          { s3Action: { bucketName: this.bucket.bucketName, objectKeyPrefix: FOLDER, topicArn: topic.topicArn } },
        ],
      },
    });
    // SES tries both while the rule is made.
    for (const made of [own, toTopic.policyDependable, toBucket.policyDependable])
      if (made) receiptRule.node.addDependency(made);
  }

  /** It carries the heads of mails: under the company's key where there is one, whose own policy lets SES use it. */
  #createTopic(settings: Settings): Topic {
    const masterKey = keyOf(this, settings);
    const topic = new Topic(this, 'Topic', {
      topicName: `${settings.prefix}-inbound`,
      enforceSSL: true,
      ...(masterKey && { masterKey }),
    });
    topic.addSubscription(
      new SqsSubscription(this.notices.queue, { rawMessageDelivery: true, deadLetterQueue: this.notices.deadLetters }),
    );
    return topic;
  }

  /** Without versions: what is removed is gone. */
  #createBucket(settings: Settings): Bucket {
    const encryptionKey = keyOf(this, settings, 'MailEncryption');
    const bucket = new Bucket(this, 'Mail', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      ...(encryptionKey
        ? { encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      enforceSSL: true,
      lifecycleRules: [{ expiration: KEPT, abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: settings.kept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    // Read by checkov: versions would keep what is removed on purpose.
    const skip = [{ id: 'CKV_AWS_21', comment: 'A mail is removed as soon as it is taken, and has to be gone.' }];
    (bucket.node.defaultChild as CfnBucket).addMetadata('checkov', { skip });
    accept(
      bucket,
      'S1',
      'SES alone writes here and one function reads, and nothing stays: a log would outlive the mails.',
    );
    return bucket;
  }

  #watch(props: FunctionProps): void {
    const { alarms, settings } = props;
    this.fn.watchReturned(props);
    alarms.add('inbound-dead-letters', {
      metric: waitingIn(this.notices.deadLetters),
      threshold: 1,
      about: 'Mails that inbound could not take for a fault of our own. Read its log, mend it, then redrive inbound.',
    });
    alarms.add('inbound-late', {
      metric: ageOfOldest(this.notices.queue),
      threshold: 300,
      about: 'A mail has waited for five minutes to be taken. Look for errors and throttles of inbound.',
    });
    const period = Duration.hours(1);
    alarms.add('replies-from-nobody', {
      metric: new MathExpression({
        expression: 'FILL(nobodys, 0) + FILL(unreadable, 0)',
        label: 'Mails that are nobody’s answer',
        period,
        usingMetrics: {
          nobodys: counted(settings, 'RepliesFromNobody', { period }),
          unreadable: counted(settings, 'RepliesUnreadable', { period }),
        },
      }),
      threshold: 20,
      about:
        'Twenty mails came within an hour to addresses of no message of ours, or that cannot be read: somebody who guesses or floods, or keys that are gone.',
    });
  }
}
