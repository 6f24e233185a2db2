import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { decisionId } from '../../core/customer/decision-id.ts';
import { isZone } from '../../core/time/zone.ts';
import { CALL_ONCE, CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { keepKeys } from '../shared/handler/keep-keys.ts';
import { memoizeAsync } from '../shared/handler/memoize-async.ts';
import { openPublished, PUBLISHED_AT } from '../shared/handler/published.ts';
import { startFunction } from '../shared/handler/start.ts';
import { readSecretKey, readSecretKeyring } from '../shared/key.secrets.ts';
import { createLinks } from '../shared/link.ts';
import { createPause } from '../shared/pause.ts';
import { byNewest, madeOf, type Published } from '../shared/published.ts';
import { createSeal } from '../shared/seal.ts';
import { createSpentOf } from '../shared/spent.ts';
import { createDynamoAddressBook } from '../shared/stores/address-book.dynamo.ts';
import { createDynamoBudgets } from '../shared/stores/budgets.dynamo.ts';
import { createDynamoCustomers } from '../shared/stores/change.dynamo.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';
import { createDynamoShortLinks } from '../shared/stores/short-links.dynamo.ts';
import { isCanary } from './canary-task.ts';
import type { ChannelAdapter } from './channel.ts';
import { createCompose, createWords, writtenWhole } from './compose.ts';
import { CopyFailed } from './copy/errors.ts';
import { createRenderer } from './copy/render.ts';
import { type ChannelTrouble, createDeliver, LEASE } from './deliver.ts';
import { createSesEmail } from './email.ses.ts';
import { createDynamoInbox } from './inbox.dynamo.ts';
import { createDynamoTurns } from './pace.dynamo.ts';
import { createPace } from './pace.ts';
import { senderName } from './sender.ts';
import { tagsOf } from './tags.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'deliver',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    CONFIGURATION_SET: z.string(),
    SENDER: z.string(),
    POSTAL_ADDRESS: z.string().optional(),
    SMS_CONFIGURATION_SET: z.string(),
    SMS_FROM: z.string().optional(),
    LINK_KEY_SECRET: z.string(),
    ADDRESS_KEY_SECRET: z.string(),
    PREFERENCES_URL: z.url(),
    /** Where answers to emails come in, if anywhere. */
    REPLY_DOMAIN: z.string().optional(),
    ...PUBLISHED_AT,
    /** Emails a second that the account may send. */
    MAX_SEND_RATE: z.coerce.number().positive().optional(),
  }),
);
const dynamo = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const secrets = traced(new SecretsManagerClient(CALL_WITH_RETRIES));
const ses = traced(new SESv2Client(CALL_ONCE));
const now = Date.now;
const published = openPublished({ client: dynamo, env, log, now });

const report = (error: unknown): void => {
  const about = error instanceof CopyFailed ? { moment: error.moment } : {};
  log.error('A message was not sent as it should.', { error: error as Error, ...about });
};
const TROUBLES = { busy: 'ChannelBusy', down: 'ChannelDown', paced: 'Paced' } as const;
const notice = ({ what, channel, reason = 'unknown' }: ChannelTrouble): void => {
  metrics.count(TROUBLES[what]);
  if (what === 'down')
    log.error('A channel does not let us send. Nothing is lost; somebody has to mend it.', { channel, reason });
};

const { changeBy } = createDynamoCustomers({
  client: dynamo,
  customers: env.CUSTOMERS_TABLE,
  records: env.RECORDS_TABLE,
  now,
});

/** What went out is recorded, though something was published since. */
const recordBy =
  (each: Published): ChangeCustomer =>
  (id, command, lastState) =>
    byNewest({ current: async () => each, newest: published.newest }, (one) => changeBy(one)(id, command, lastState));

/** What decides and writes by one version, so that no message is of two. */
const writerBy = madeOf((each) => {
  const { catalogue } = each;
  if (catalogue.pace !== 1) {
    log.warn('Durations are divided by a pace; quiet hours and windows are off.', { pace: catalogue.pace });
  }
  const render = createRenderer({ catalogue });
  return { catalogue, render, words: createWords(render, report), change: changeBy(each), record: recordBy(each) };
});

const addressKey = memoizeAsync(() => readSecretKey(secrets, env.ADDRESS_KEY_SECRET));
const budgets = createDynamoBudgets({ client: dynamo, table: env.RECORDS_TABLE, pause: createPause(Math.random), now });

const addresses = createDynamoAddressBook({ client: dynamo, table: env.RECORDS_TABLE, key: addressKey, now });

const pace =
  env.MAX_SEND_RATE === undefined
    ? undefined
    : createPace({
        takeTurn: createDynamoTurns({ client: dynamo, table: env.RECORDS_TABLE }),
        rates: { email: env.MAX_SEND_RATE },
        now,
      });

const sender = {
  name: senderName(env.SENDER),
  ...(env.POSTAL_ADDRESS === undefined ? {} : { postal: env.POSTAL_ADDRESS }),
};

/** What needs the keys of links. */
const openKeyed = ({ key, others }: { key: string; others: string[] }) => {
  const seal = createSeal(
    Buffer.from(key),
    others.map((other) => Buffer.from(other)),
  );
  const email = createSesEmail({
    client: ses,
    configurationSet: env.CONFIGURATION_SET,
    sender: env.SENDER,
    tagsOf: (message) => tagsOf(message, seal),
    keepReply: createDynamoShortLinks({ client: dynamo, table: env.RECORDS_TABLE, kind: 'reply', now }).keep,
    report,
  });
  const links = createLinks({ key, others, baseUrl: env.PREFERENCES_URL, now: () => new Date(now()) });
  return { seal, email, links };
};
const keyed = keepKeys(openKeyed, { read: () => readSecretKeyring(secrets, env.LINK_KEY_SECRET), log, now });

// Few messages are texts: what sends them is loaded when one is.
const openSms = memoizeAsync(async () => {
  const [{ PinpointSMSVoiceV2Client, createSmsVoice }, { createDynamoCorrespondents }] = await Promise.all([
    import('./sms.smsvoice.ts'),
    import('../shared/stores/correspondents.dynamo.ts'),
  ]);
  const correspondents = createDynamoCorrespondents({ client: dynamo, table: env.RECORDS_TABLE, key: addressKey, now });
  return createSmsVoice({
    client: traced(new PinpointSMSVoiceV2Client(CALL_ONCE)),
    ...(env.SMS_FROM === undefined ? {} : { from: env.SMS_FROM }),
    configurationSet: env.SMS_CONFIGURATION_SET,
    tagsOf: async (message) => tagsOf(message, (await keyed()).seal),
    remember: async ({ to, customer, ...key }) => {
      if (to !== undefined) await correspondents.remember(to, { customer, decision: decisionId(key) });
    },
    keepLink: createDynamoShortLinks({ client: dynamo, table: env.RECORDS_TABLE, kind: 'link', now }).keep,
    report,
  });
});
const sms: ChannelAdapter = { send: async (message) => (await openSms()).send(message) };
const inbox = createDynamoInbox({ client: dynamo, table: env.RECORDS_TABLE, now, report });

// Asked for while the container starts; the first message asks again if this fails.
keyed().catch((error: Error) => log.error('The key of links cannot be read.', { error }));
addressKey().catch((error: Error) => log.error('The key of addresses cannot be read.', { error }));
// While the key is on its way: what the machine knows of zones is read once, which takes longer than all of a decision.
setImmediate(() => isZone('Europe/Paris'));

// Once an hour.
const canary = memoizeAsync(async () => {
  const [{ createCanary }, { createSesAccount }] = await Promise.all([
    import('./canary.ts'),
    import('./account.ses.ts'),
  ]);
  const own = { configurationSet: env.CONFIGURATION_SET, sender: env.SENDER };
  // Without the tags of a decision: what SES says of it is about nobody.
  const { send } = createSesEmail({ client: ses, ...own, tagsOf: () => ({ canary: env.STAGE }), report });
  return createCanary({ send, account: createSesAccount(ses), add: metrics.add, report });
});

/** Decides a moment and, if the gate is clear, sends it. By the clock, the canary's email to nobody. */
export const handler = wrap(async (task, { awsRequestId }) => {
  if (isCanary(task)) return (await canary())();
  const { email, links } = await keyed();
  let attempts = 0;
  return byNewest(published, (each) => {
    const { render, ...writer } = writerBy(each);
    const deliver = createDeliver({
      ...writer,
      addresses,
      spentOf: createSpentOf({ budgets, catalogue: writer.catalogue, now }),
      compose: writtenWhole(
        createCompose({ catalogue: writer.catalogue, render, links, sender, replyDomain: env.REPLY_DOMAIN }),
      ),
      channels: { email, sms, inbox },
      // What another version reserved in this invocation is another attempt's, and is not sent again.
      newAttempt: () => `${awsRequestId}${attempts++ === 0 ? '' : `-${attempts}`}`,
      lease: LEASE,
      pace,
      notice,
      report,
    });
    return deliver(task);
  });
});
