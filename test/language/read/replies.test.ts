import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { POLICY, problems, read } from './fixture.ts';

const moment = (channels: string, body: string, more = '') =>
  `---\nmoment: welcome\npurpose: care\ntopic: start\nchannels: ${channels}\n${more}because: You joined.\nsubject: Hello\n---\n${body}\n`;

const wrong = (replies: string, channels: string, body: string, more = '') =>
  problems({
    'policy.yaml': `${POLICY}inbox: { keeps: 90 days }\n${replies}`,
    'moments/welcome.md': moment(channels, body, more),
  });
const BOTH = 'replies: [email, sms]\n';

describe('copy that asks for a reply', () => {
  it('is refused where no answer comes in, and says where and what to do', () => {
    expect(wrong('', '[email]', 'Hello.\n\nQuestions? Reply to this message.')).toEqual([
      expect.stringMatching(
        /welcome\.md:11:12 `reply to this message` asks for an answer by email, and none comes in there: say `replies: \[email\]` in policy\.yaml/,
      ),
    ]);
    expect(wrong('replies: [sms]\n', '[email]', 'Just reply.')).toHaveLength(1);
    expect(wrong('', '[email]', 'Hello.', 'preheader: Reply to this message.\n')).toHaveLength(1);
  });

  it('is fine where answers come in, and where nobody is asked', () => {
    expect(wrong(BOTH, '[email, sms]', 'Just reply.\n\n## sms\nReply here.')).toEqual([]);
    expect(wrong('', '[email]', 'Please do not reply to this message.')).toEqual([]);
    expect(wrong('', '[agent]', 'Reply to this message.').filter((line) => line.includes('answer'))).toEqual([]);
  });

  it('is looked at by the way that shows it: a section by its own, the rest by all others', () => {
    expect(wrong('replies: [email]\n', '[email, sms]', 'Hello.\n\n## sms\nReply here.')).toEqual([
      expect.stringContaining('an answer by text message, and none comes in there: say `replies: [sms]`'),
    ]);
    expect(wrong('replies: [sms]\n', '[email, sms]', 'Hello.\n\n## sms\nReply here.')).toEqual([]);
    expect(wrong('replies: [email]\n', '[email, sms]', 'Just reply.\n\n## sms\nHello.')).toEqual([]);
  });

  it('has other words in an inbox, where nobody can reply', () => {
    expect(wrong(BOTH, '[email, inbox]', 'Just reply.')).toEqual([
      expect.stringContaining(
        'an answer in your account, and none comes in there: leave it out, or give that way words of its own under `## inbox`',
      ),
    ]);
    expect(wrong(BOTH, '[email, inbox]', 'Just reply.\n\n## inbox\nHello.')).toEqual([]);
  });
});

describe('`replies` in policy.yaml', () => {
  it('names channels that can be answered', () => {
    expect(wrong('replies: [inbox]\n', '[email]', 'Hello.')).toEqual([
      expect.stringContaining('expected `email` or `sms`'),
    ]);
  });

  it('is refused for a stage where no answer to emails comes in, and for no other', () => {
    const definitionsWith = (replies: string) =>
      read({ 'policy.yaml': `${POLICY}${replies}`, 'moments/welcome.md': moment('[email]', 'Hello.') }).definitions!;
    const compile = (replies: string, hasReplies?: boolean) => () =>
      compileCatalogue(definitionsWith(replies), hasReplies === undefined ? {} : { hasReplies });
    expect(compile(BOTH, false)).toThrow(/policy\.yaml says `replies: \[email\]`.*deploy it with inboundDomain/);
    for (const fine of [compile(BOTH), compile(BOTH, true), compile('replies: [sms]\n', false), compile('', false)])
      expect(fine).not.toThrow();
  });
});
