import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog, type Log, who } from '../../../../functions/shared/handler/log.ts';
import { awsError } from '../../../support/aws.ts';
import { message } from '../../../support/message.ts';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const event = JSON.parse(readFileSync(new URL('../../../events/ses-bounced-permanent.json', import.meta.url), 'utf8'));
const ada = { firstName: 'Ada', email: 'ada@example.com', phone: '+442071838750', text: 'I am so angry' };
const PERSONAL = /ada|example\.com|4420718|angry|welcome,|good to have/i;

describe('the log', () => {
  it('prints no address, name or text, whatever is handed to it', () => {
    const log = createLog('intake');
    log.info('An event came.', event);
    log.info('An event came.', { event, message: 'Ada is angry', detail: ada, customer: 'ada', ...ada });
    log.info('An event came.', { reason: 'Ada is angry', event: 'ada@example.com', moment: ada as never });
    log.warn('A message was sent.', message() as never);
    log.appendKeys({ customer: 'ada', ...ada });
    log.error('It failed.', {
      error: awsError('MessageRejected', 400, { message: 'not verified: ada@example.com', to: 'ada@example.com' }),
    });
    log.error(
      'It failed.',
      new Error('ada@example.com\n    at ada (I am so angry:1:2)', { cause: new Error('Ada is angry') }),
    );
    expect(lines.length).toBeGreaterThanOrEqual(6);
    expect(lines.join('')).not.toMatch(PERSONAL);
  });

  it('says of a team what it can do, has done and will not reach', () => {
    const fields = { team: 'support', calls: 40, done: 31, open: 12, unreached: 3 };
    createLog('capacity').info('A team looks ahead.', fields);
    expect(JSON.parse(String(lines[0]))).toMatchObject(fields);
  });

  it('takes from functions no field that it would leave out', () => {
    const log = createLog('intake') as Log;
    // @ts-expect-error What is on no list is not said, so nobody may write that it is.
    log.info('An event came.', { customer: 'ada' });
    expect(JSON.parse(String(lines[0]))).not.toHaveProperty('customer');
  });

  it('says what happened where, and a customer only by a hash', () => {
    createLog('relay').info('Carried on.', {
      who: who('ada'),
      journey: 'renewal',
      step: 'send-recap',
      outcome: 'held',
      reason: 'muted-by:recovery',
      count: 3,
    });
    expect(JSON.parse(String(lines[0]))).toMatchObject({
      level: 'INFO',
      message: 'Carried on.',
      service: 'relay',
      who: expect.stringMatching(/^[0-9a-f]{12}$/),
      journey: 'renewal',
      step: 'send-recap',
      outcome: 'held',
      reason: 'muted-by:recovery',
      count: 3,
    });
  });

  it('says of an error what it is called, what the service answered, and where it came from', () => {
    const error = new Error('ada@example.com', { cause: awsError('ThrottlingException', 400) });
    createLog('relay').error('It failed.', { error });
    expect(JSON.parse(String(lines[0])).error).toMatchObject({
      name: 'Error',
      stack: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
      cause: { name: 'ThrottlingException', status: 400 },
    });
  });

  it('says what a role may not do', () => {
    const message =
      'User: arn:aws:sts::1:assumed-role/r/f is not authorized to perform: dynamodb:UpdateItem on resource: ada';
    createLog('deliver').error('It failed.', { error: awsError('AccessDeniedException', 400, { message }) });
    expect(JSON.parse(String(lines[0])).error).toMatchObject({
      name: 'AccessDeniedException',
      denied: 'dynamodb:UpdateItem',
    });
  });
});
