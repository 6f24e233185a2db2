import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Notice } from '../../functions/inbound/notice.ts';
import { rawMail } from '../support/raw-mail.ts';
import { hear } from './hear.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

const PASS = { status: 'PASS' };

/** Who puts mails where SES does, and says so as its topic hands it on. */
const openPost = async ({ stage, outputs }: Run) => {
  const s3 = new S3Client({
    endpoint: stage.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true,
  });
  const Bucket = outputs.MailBucket ?? '';
  const queue = await stage.queueUrl('inbound');
  let mails = 0;
  const post = async (
    { from, to, text, key }: { from: string; to: string; text: string; key?: string },
    verdicts: Partial<Notice['receipt']> = {},
  ): Promise<string> => {
    const messageId = `e2e-${mails++}`;
    const Key = `mail/${messageId}`;
    const Body = rawMail(text, { From: addressOf(from), To: to, 'Message-ID': `<${key ?? messageId}@mail.example>` });
    await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
    const notice: Notice = {
      notificationType: 'Received',
      mail: { messageId },
      receipt: {
        timestamp: new Date().toISOString(),
        recipients: [to],
        spamVerdict: PASS,
        virusVerdict: PASS,
        spfVerdict: PASS,
        dkimVerdict: PASS,
        dmarcVerdict: PASS,
        action: { type: 'S3', objectKey: Key },
        ...verdicts,
      },
    };
    const MessageBody = JSON.stringify(notice);
    await stage.sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody }));
    return Key;
  };
  const isThere = (Key: string): Promise<boolean> =>
    s3.send(new HeadObjectCommand({ Bucket, Key })).then(
      () => true,
      () => false,
    );
  const untilTaken = (key: string) => until(`${key} is taken and gone`, async () => !(await isThere(key)));
  return { post, isThere, untilTaken, quiet: () => stage.quiet(queue) };
};
type Post = Awaited<ReturnType<typeof openPost>>;

/** Where the answers to somebody's last email go. */
const replyTo = async (stage: Stage, id: string): Promise<string> => {
  const [email] = (await stage.emails(addressOf(id))).slice(-1);
  const [address = ''] = email?.ReplyToAddresses ?? [];
  must(/^reply\+[a-z2-7]{24}@reply\.example\.com$/.test(address), `Answers to ${id} go to ${address}.`);
  return address;
};

const proveAnswer = async (stage: Stage, { post, untilTaken }: Post): Promise<void> => {
  const id = treated('ruby');
  await stage.happen(id, 'customer.imported', { email: addressOf(id), since: '2020-01-01' });
  await stage.happen(id, 'service.failure_detected', { failureId: 'f8', service: 'checkout', severity: 'minor' });
  await stage.decided(id, 'disruption-notice');
  await stage.happen(id, 'service.restored', { failureId: 'f8' });
  await stage.decided(id, 'trust-question', 'sent');
  // As a mail system may write it.
  const to = (await replyTo(stage, id)).replace('reply+', 'Reply+').toUpperCase();
  const text = '1 - nobody told us anything\n\nOn Fri, 6 Mar 2026, Tactful <hello@example.com> wrote:\n> from 1 to 5?';
  await untilTaken(await post({ from: id, to, text, key: 'ruby' }));
  await stage.stands(id, 'has answered', ({ answers }) => answers.trust?.score === 1);
  await stage.decided(id, 'trust-call');
  // Her mail system delivers it once more.
  await untilTaken(await post({ from: id, to, text, key: 'ruby' }));
  await untilTaken(await post({ from: id, to, text: '4, thanks' }));
  const { evidence } = await stage.stands(id, 'has changed the answer', ({ answers }) => answers.trust?.score === 4);
  const moods = evidence.filter(({ event }) => event === 'feedback.received').map(({ value }) => value);
  must(moods.join() === '0.5', `Of mood both answers tell: ${moods.join()}.`);
  const replies = (await stage.timeline(id)).filter((entry) => entry.kind === 'delivery' && entry.status === 'replied');
  must(replies.length <= 2, `Three mails, two of them one, are ${replies.length} on the timeline.`);
};

const proveStop = async (stage: Stage, { post, untilTaken }: Post): Promise<void> => {
  const id = treated('sofia');
  await stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
  await stage.decided(id, 'welcome');
  await untilTaken(await post({ from: id, to: await replyTo(stage, id), text: 'STOP' }));
  await stage.stands(
    id,
    'has withdrawn the topic',
    ({ consent }) => consent['topic:getting-started']?.choice === 'withdrawn',
  );
};

const proveDesk = async (stage: Stage, { post, untilTaken }: Post): Promise<void> => {
  const handed = await hear(stage, 'desk', 'desk.reply_received');
  const id = treated('dora');
  await stage.happen(id, 'customer.imported', { email: addressOf(id) });
  await stage.happen(id, 'support.ticket_opened', { ticketId: 't7', subject: 'Export' });
  await stage.decided(id, 'ticket-received', 'sent');
  await untilTaken(await post({ from: id, to: await replyTo(stage, id), text: 'The file is empty.\n\n-- \nDora' }));
  const request = await until('the desk has the reply', async () =>
    (await handed()).find(({ customerId }) => customerId === id),
  );
  must(
    request.ticket === 't7' && request.text === 'The file is empty.',
    `The desk was told ${JSON.stringify(request)}.`,
  );
  must(typeof request.signature === 'string', 'What the desk is told is not signed.');
};

const proveNobody = async (stage: Stage, { post, isThere, quiet }: Post): Promise<void> => {
  const id = treated('nell');
  await stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
  await stage.decided(id, 'welcome');
  const to = await replyTo(stage, id);
  const forged = to.replace(/\+./, (begin) => (begin === '+a' ? '+b' : '+a'));
  const keys = [
    await post({ from: id, to: forged, text: 'STOP' }),
    await post({ from: id, to: 'hello@reply.example.com', text: 'STOP' }),
    await post({ from: id, to, text: 'STOP' }, { dmarcVerdict: { status: 'FAIL' } }),
    await post({ from: id, to, text: 'STOP' }, { spamVerdict: { status: 'FAIL' } }),
  ];
  await quiet();
  must((await Promise.all(keys.map(isThere))).every(Boolean), 'A mail of nobody is not kept for a person to look at.');
  const state = await stage.customer(id);
  must(Object.keys(state?.consent ?? {}).length === 0, `Nobody’s STOP withdrew ${JSON.stringify(state?.consent)}.`);
  must(
    (await stage.timeline(id)).every((entry) => entry.kind !== 'delivery' || entry.status !== 'replied'),
    'Nobody’s mail is on the timeline.',
  );
};

/** Answers by mail. */
export const proveReplies = async (run: Run, { prove }: Proofs): Promise<void> => {
  const { stage } = run;
  const post = await openPost(run);
  await Promise.all([
    prove('the trust question is answered by a reply, changed by another, and one that comes twice counts once', () =>
      proveAnswer(stage, post),
    ),
    prove('STOP by mail withdraws, and the mail is gone', () => proveStop(stage, post)),
    prove('a reply of somebody whose ticket is open reaches the desk, signed', () => proveDesk(stage, post)),
    prove('a mail to a forged address, and one that is forged or spam itself, is nobody’s', () =>
      proveNobody(stage, post),
    ),
  ]);
};
