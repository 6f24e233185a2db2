import { describe, expect, it } from 'vitest';
import { createStsCallers } from '../../../functions/operate/caller.sts.ts';
import { ProofRefused, UNNAMED } from '../../../functions/operate/caller.ts';
import { commandDigest } from '../../../functions/operate/proof.ts';
import { signCommand } from '../../../functions/operate/sign-command.sts.ts';

const ARN = 'arn:aws:sts::111122223333:assumed-role/Admin/mia@acme.example';
const XML = `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${ARN}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const pause = { command: 'pause', journey: 'hello' } as const;
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };

const open = (answer: () => Promise<Response>, more: { endpoint?: string; region?: string } = {}) => {
  const sent: { url: string; init: RequestInit }[] = [];
  const reported: unknown[] = [];
  const caller = createStsCallers({
    region: 'eu-west-1',
    ...more,
    fetch: async (url, init = {}) => {
      sent.push({ url: String(url), init });
      return answer();
    },
    report: (error) => void reported.push(error),
  });
  const ask = async () =>
    caller(
      await signCommand('dev', 'operate', pause, { region: more.region ?? 'eu-west-1', credentials }),
      commandDigest('dev', 'operate', pause),
    );
  return { sent, reported, caller, ask };
};

describe('who asks', () => {
  it('is whom STS knows by the signature', async () => {
    const { ask, sent } = open(async () => new Response(XML));
    expect(await ask()).toEqual({ name: ARN, vouched: 'iam' });
    expect(sent).toMatchObject([
      {
        url: 'https://sts.eu-west-1.amazonaws.com/',
        init: { method: 'POST', body: 'Action=GetCallerIdentity&Version=2011-06-15', redirect: 'error' },
      },
    ]);
  });

  it('signs host, command and token, so that a proof is good for nothing else', async () => {
    const { authorization } = await signCommand('dev', 'operate', pause, { region: 'eu-west-1', credentials });
    const [, signed = ''] = /SignedHeaders=([^,]+)/.exec(authorization) ?? [];
    expect(signed.split(';')).toEqual(
      expect.arrayContaining(['content-type', 'host', 'x-amz-date', 'x-amz-security-token', 'x-tactful-command']),
    );
    const other = await signCommand('live', 'operate', pause, { region: 'eu-west-1', credentials });
    expect(other.authorization).not.toBe(authorization);
  });

  it('sends the command that it was handed, whatever the proof was made for', async () => {
    const { caller, sent } = open(async () => new Response(XML));
    const proof = await signCommand('dev', 'operate', pause, { region: 'eu-west-1', credentials });
    await caller(proof, 'the digest of what is asked');
    expect(sent[0]?.init.headers).toEqual({
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'x-tactful-command': 'the digest of what is asked',
      ...proof,
    });
  });

  const over = (headers: string, more = '') =>
    `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260302/eu-west-1/sts/aws4_request, SignedHeaders=${headers},${more} Signature=${'0'.repeat(64)}`;
  it.each([
    ['leaves the command out, as in a question to STS that was asked for something else', over('host;x-amz-date')],
    ['leaves the host out', over('content-type;x-amz-date;x-tactful-command')],
    ['leaves the content type out', over('host;x-amz-date;x-tactful-command')],
    ['signs a header whose name only begins so', over('content-type;host;x-amz-date;x-tactful-command-not')],
    ['lists headers twice', over('host;x-amz-date', ' SignedHeaders=content-type;host;x-amz-date;x-tactful-command,')],
    ['is of another form', 'AWS4-ECDSA-P256-SHA256 SignedHeaders=content-type;host;x-amz-date;x-tactful-command'],
  ])('is refused, and STS not asked, where the proof %s', async (_, authorization) => {
    const { caller, sent } = open(async () => new Response(XML));
    const proof = { authorization, 'x-amz-date': '20260302T090000Z' };
    await expect(caller(proof, commandDigest('dev', 'operate', pause))).rejects.toThrow(ProofRefused);
    expect(sent).toEqual([]);
  });

  it('is nobody that we know where nothing was signed, and STS is not asked', async () => {
    const { caller, sent } = open(async () => new Response(XML));
    expect(await caller(undefined, 'x')).toEqual(UNNAMED);
    expect(sent).toEqual([]);
  });

  it.each([400, 403])('is refused where STS answers %i', async (status) => {
    const { ask } = open(async () => new Response('<Error/>', { status }));
    await expect(ask()).rejects.toThrow(ProofRefused);
  });

  it.each([
    ['throttled', async () => new Response('', { status: 429 })],
    ['broken', async () => new Response('', { status: 503 })],
    ['away', () => Promise.reject(new TypeError('fetch failed'))],
    ['saying something else', async () => new Response('<html>')],
  ])('is not known while STS is %s, which keeps nobody from acting, and is told', async (_, answer) => {
    const { ask, reported } = open(answer);
    expect(await ask()).toEqual(UNNAMED);
    expect(reported).toHaveLength(1);
  });

  it('is asked where the region is, in China too, or at an endpoint of its own', async () => {
    const china = open(async () => new Response(XML), { region: 'cn-north-1' });
    await china.ask();
    expect(china.sent[0]?.url).toBe('https://sts.cn-north-1.amazonaws.com.cn/');
    const local = open(async () => new Response(XML), { endpoint: 'http://127.0.0.1:4566' });
    await local.ask();
    expect(local.sent[0]?.url).toBe('http://127.0.0.1:4566/');
  });
});
