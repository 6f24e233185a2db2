import { describe, expect, it } from 'vitest';
import type { DeskEvent } from '../../../functions/desk/kind.ts';
import { createConnect } from '../../../functions/desk/kinds/connect.ts';
import { closed, created, replied } from './support.ts';

const instance = '12345678-1234-1234-1234-123456789012';
const flow = '846ec553-a005-41c0-8341-0123456789ab';
const console = 'https://console.acme.example';
const kind = createConnect({ instance, flow, console });

const bodyOf = (event: DeskEvent) => kind.requestOf(event, {})?.body as Record<string, never>;
const minutesOf = (more: Record<string, unknown>): unknown =>
  (bodyOf(created(more)) as { SegmentAttributes?: Record<string, { ValueMap: { ExpiryDuration: object } }> })
    .SegmentAttributes?.['connect:ContactExpiry']?.ValueMap.ExpiryDuration;

describe('Amazon Connect', () => {
  it('is asked to start a task as StartTaskContact has it, with the story beside it', () => {
    const request = kind.requestOf(created({ team: 'support' }), {});
    expect(request).toEqual({
      method: 'PUT',
      path: '/contact/task',
      body: {
        InstanceId: instance,
        ContactFlowId: flow,
        ClientToken: expect.stringMatching(/^[0-9a-f]{32}$/),
        Name: 'Call about the failure',
        Description: 'Please call Ada.',
        References: { Story: { Type: 'URL', Value: `${console}/agent/ada%201` } },
        Attributes: {
          tactful_task: 'e1/call/4 ada 1',
          tactful_moment: 'recovery-call',
          tactful_priority: 'high',
          tactful_due: '2026-03-05T10:00:00.000Z',
          tactful_team: 'support',
        },
        SegmentAttributes: { 'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 18 * 1440 } } } },
      },
    });
    expect(kind.ticketIn({ ContactId: 'c1' })).toBe('c1');
  });

  it('knows the same task by the same token, and another by another', () => {
    const tokenOf = (decision: string) => bodyOf(created({ decision })).ClientToken;
    expect(tokenOf('e1/call/4')).toBe(bodyOf({ ...created(), id: 'again' }).ClientToken);
    expect(tokenOf('e1/call/5')).not.toBe(tokenOf('e1/call/4'));
    expect(bodyOf(replied).ClientToken).not.toBe(tokenOf('r1'));
  });

  it('gets nothing longer than it takes, and no link where there is no console', () => {
    const body = bodyOf(created({ subject: 'x'.repeat(600), text: 'y'.repeat(5000) }));
    expect(body).toMatchObject({ Name: `${'x'.repeat(511)}…`, Description: `${'y'.repeat(4095)}…` });
    const without = createConnect({ instance, flow }).requestOf(created(), {});
    expect(without?.body).not.toHaveProperty('References');
  });

  it.each([
    ['that is due soon', '2026-03-02T11:00:00Z', 15 * 1440 + 60],
    ['that is overdue', '2020-01-01T00:00:00Z', 7 * 1440],
    ['that is due next year', '2027-03-02T10:00:00Z', 90 * 1440],
  ])('keeps a task %s for longer than we do, as far as it can', (_, due, minutes) => {
    expect(minutesOf({ due })).toEqual({ ValueInteger: minutes });
  });

  it.each([{ due: undefined }, { due: 'soon' }])(
    'keeps a task for its own week where nobody says by when: %j',
    (more) => {
      expect(minutesOf(more)).toBeUndefined();
      expect(bodyOf(created(more)).Attributes).not.toHaveProperty('tactful_due');
    },
  );

  it('is asked to stop the contact of a task that is over, where it is known which', () => {
    expect(kind.requestOf(closed, {})).toBeUndefined();
    expect(kind.requestOf(closed, { ticket: 'c1' })).toEqual({
      method: 'POST',
      path: '/contact/stop',
      body: { ContactId: 'c1', InstanceId: instance },
    });
  });

  it('gets a reply as a task of its own, which is none of ours when it ends', () => {
    expect(bodyOf(replied)).toMatchObject({
      Name: 'A customer replied, whose ticket is 35436',
      Description: 'Still broken',
      Attributes: { tactful_ticket: '35436' },
    });
    expect(bodyOf(replied).Attributes).not.toHaveProperty('tactful_task');
  });

  it.each([
    [404, 'ResourceNotFoundException'],
    [410, 'ContactNotFoundException'],
    [400, 'InvalidRequestException (is the flow published?)'],
  ])('has nothing to stop where it answers %i %s', (status, why) => {
    expect(kind.isClosed?.({ status, body: '', why })).toBe(true);
  });

  it.each([
    [400, 'InvalidParameterException'],
    [403, 'AccessDeniedException'],
    [429, 'ThrottlingException'],
    [500, undefined],
  ])('is asked to stop it again where it answers %i %s', (status, why) => {
    expect(kind.isClosed?.({ status, body: '', ...(why !== undefined && { why }) })).toBe(false);
  });
});
