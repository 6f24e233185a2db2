import { describe, expect, it } from 'vitest';
import { ask, VERIFIED } from './support.ts';

describe('the sender', () => {
  it('that nobody has verified needs the deploy to begin it', async () => {
    const { status, printed } = await ask({ identities: {} });
    expect(status).toBe(1);
    expect(printed).toContain(
      'stop  SES may not send as hello@acme.com: neither it nor acme.com is verified in eu-west-1.',
    );
    expect(printed).toContain('-c identity=domain');
    const begun = await ask({ identities: {} }, { identity: 'domain' });
    expect(begun.status).toBe(0);
    expect(begun.printed).toContain('look  Nobody has verified acme.com in eu-west-1 yet. The deploy begins it.');
  });

  it('that is verified already is not made again', async () => {
    const { status, printed } = await ask({}, { identity: 'domain' });
    expect(status).toBe(1);
    expect(printed).toContain('acme.com is with SES already');
    expect(printed).toContain('Leave identity out.');
    const stacks = { 'tactful-identity-acme-com': { status: 'CREATE_COMPLETE', ids: [] } };
    expect((await ask({ stacks }, { identity: 'domain' })).status).toBe(0);
  });

  it('may be verified by itself, or by a domain above its own', async () => {
    const below = { address: 'hello@mail.acme.com', domain: 'mail.acme.com' };
    expect((await ask({}, below)).printed).toContain('SES may send as hello@mail.acme.com: acme.com is verified.');
    const alone = await ask({ identities: { 'hello@acme.com': { verified: true } } });
    expect(alone.printed).toContain('SES may send as hello@acme.com: hello@acme.com is verified.');
    expect(alone.printed).not.toContain('SPF');
  });

  it('that waits for DNS is said to, with where its records are', async () => {
    const { status, printed } = await ask({ identities: { 'acme.com': { verified: false } } });
    expect(status).toBe(0);
    expect(printed).toContain('look  acme.com is with SES and not verified yet: messages come to failed until it is.');
    expect(printed).toContain('aws sesv2 get-email-identity --email-identity acme.com --query DkimAttributes.Tokens');
  });

  it.each([
    [{ verified: true }, 'put-email-identity-mail-from-attributes --email-identity acme.com'],
    [
      { ...VERIFIED, mailFrom: { domain: 'b.acme.com', status: 'PENDING' } },
      'b.acme.com MX 10 feedback-smtp.eu-west-1.amazonses.com',
    ],
  ])('whose MAIL FROM is %o is told what to do', async (identity, words) => {
    const { status, printed } = await ask({ identities: { 'acme.com': identity } });
    expect(status).toBe(0);
    expect(printed).toContain(words);
  });

  it('that is missing is asked for', async () => {
    const { status, printed } = await ask({}, { address: '', domain: '' });
    expect(status).toBe(1);
    expect(printed).toContain('There is no sender.');
  });
});
