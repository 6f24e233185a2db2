import { describe, expect, it } from 'vitest';
import { NotInRegion } from '../../../cli/doctor/account.ts';
import type { Plan } from '../../../cli/doctor/plan.ts';
import { ask } from './support.ts';

describe('what the settings ask for', () => {
  it('the reader of texts is asked, and one that does not answer stops the deploy', async () => {
    const calls: unknown[] = [];
    const read = async (...words: unknown[]) => void calls.push(words);
    const { printed } = await ask({ readText: read }, { textReader: 'bedrock', textModel: 'eu.nova' });
    expect(calls).toEqual([['bedrock', 'eu.nova']]);
    expect(printed).toContain('ok    The model eu.nova reads texts.');
    const nowhere = { readText: () => Promise.reject(new NotInRegion('comprehend has no endpoint in eu-west-1.')) };
    expect((await ask(nowhere, { textReader: 'comprehend' })).status).toBe(1);
  });

  const [replies, inbox] = [
    { replies: true, inbox: false },
    { replies: false, inbox: true },
  ];
  const nowhere = 'stop  policy.yaml says `replies: [email]`, and answers to emails come in nowhere on this stage';

  it.each<[Partial<Plan>, number, string]>([
    [{ says: replies }, 1, nowhere],
    [{ says: replies, stage: 'device' }, 1, nowhere],
    [{ says: replies, stage: 'dev-ada' }, 0, 'ok    The folder workflows asks for nothing'],
    [{ says: replies, inboundDomain: 'reply.acme.com' }, 0, 'ok    The folder workflows asks for nothing'],
    [{ says: inbox }, 0, 'look  policy.yaml says that a product shows inboxes, and this stage has no reader'],
    [{ inbox: 'on' }, 0, 'look  inbox is on, and policy.yaml does not say for how long inboxes keep messages'],
    [{ says: inbox, inbox: 'on' }, 0, 'ok    The folder workflows asks for nothing'],
    [{ says: undefined, workflows: 'ours' }, 1, 'stop  The folder ours is not right as it is'],
  ])('the folder beside the settings: %o', async (more, status, words) => {
    const answer = await ask({}, more);
    expect(answer.status).toBe(status);
    expect(answer.printed).toContain(words);
  });

  it('a certificate of another region stops it', async () => {
    const linkCertificate = 'arn:aws:acm:us-east-1:1:certificate/a';
    const { status, printed } = await ask({}, { linkCertificate });
    expect(status).toBe(1);
    expect(printed).toContain('linkCertificate is of us-east-1, and the stage is in eu-west-1.');
    expect((await ask({}, { linkCertificate: linkCertificate.replace('us-east-1', 'eu-west-1') })).status).toBe(0);
  });
});
