import { describe, expect, it } from 'vitest';
import { readSignIn } from '../../console/shared/session/sign-in-settings.ts';
import { pageWith } from './support/page-with.ts';

describe('where one signs in', () => {
  it('is nowhere on one’s own machine', () => {
    expect(readSignIn(pageWith(''))).toBeUndefined();
  });

  it('is as the page says', () => {
    const settings = { authority: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc', clientId: 'c1' };
    expect(readSignIn(pageWith(JSON.stringify(settings)))).toEqual(settings);
    const nearby = { ...settings, metadataUrl: 'http://localhost:4566/eu-west-1_abc/.well-known/openid-configuration' };
    expect(readSignIn(pageWith(JSON.stringify(nearby)))).toEqual(nearby);
  });

  it.each(['{', '{"clientId":"c1"}', '[]'])('breaks at once where the page says %s', (content) => {
    expect(() => readSignIn(pageWith(content))).toThrow();
  });
});
