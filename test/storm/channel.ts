import type { ChannelAdapter, Message, Receipt } from '../../functions/deliver/channel.ts';
import { type Invocation, ServiceTroubled } from './invocation.ts';

/** A provider as bad as providers are: slow, busy, refusing, silent, and failing after it had sent. */
export const createChannel = (invocation: Invocation, take: (message: Message) => void): ChannelAdapter => {
  const { life } = invocation;
  const strikes = (likely: number, what: string, isAlibi = true): boolean => {
    const struck = life.luck.strikes(likely, `channel: ${what}`);
    if (struck && isAlibi) invocation.troubles.push(what);
    return struck;
  };
  const send = (message: Message): Receipt => {
    if (life.isOut('busy') || strikes(0.03, 'busy', false)) return { result: 'busy' };
    if (life.isOut('down') || strikes(0.02, 'down', false)) return { result: 'down', reason: 'SendingPausedException' };
    if (strikes(0.02, 'refuses', false)) return { result: 'refused', reason: 'no such address' };
    if (strikes(0.01, 'silent, nothing sent')) return { result: 'none' };
    if (strikes(0.01, 'fails before it sends')) throw new ServiceTroubled('channel');
    take(message);
    if (strikes(0.015, 'silent after it had sent')) return { result: 'none' };
    if (strikes(0.015, 'fails after it had sent')) throw new ServiceTroubled('channel');
    return { result: 'accepted', reference: message.id };
  };
  return { send: (message) => invocation.call('send', () => send(message)) };
};
