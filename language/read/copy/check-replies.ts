import { type Channel, customerWords, isSendable, REPLYABLE } from '../../catalogue/channel.ts';
import type { Declarations } from '../declarations.ts';
import type { MomentFile } from './moments.ts';
import { asksToReply } from './reply-words.ts';

const SECTION = /^the (\w+) section$/;

/** The channels that show a part of copy: its own section, or all that have none. `because` is shown by all. */
const shownBy = ({ moment }: MomentFile, name: string, locale: string | undefined): Channel[] => {
  const [, own] = SECTION.exec(name) ?? [];
  const { sections = {} } = moment.copy[locale ?? 'default'] ?? {};
  return moment.channels
    .filter(isSendable)
    .filter((channel) =>
      own === undefined ? name !== 'the body' || sections[channel] === undefined : channel === own,
    );
};

/** Whoever is asked to reply is heard: copy asks for it only where answers come in. */
export const checkReplies = (file: MomentFile, { policy }: Declarations): void => {
  if (!policy || !file.whole) return;
  const { replies = [] } = policy;
  for (const part of file.parts.filter(({ name }) => name !== 'title' && name !== 'about')) {
    const deaf = shownBy(file, part.name, part.locale).find((channel) => !replies.some((one) => one === channel));
    const asking = deaf && asksToReply(part.text, part.locale);
    if (deaf && asking) part.report(asking.offset, messageFor(deaf, asking.words));
  }
};

const messageFor = (channel: Channel, words: string): string => {
  const way = customerWords(channel)?.way ?? channel;
  const fault = `\`${words}\` asks for an answer ${way}, and none comes in there`;
  return REPLYABLE.some((one) => one === channel)
    ? `${fault}: say \`replies: [${channel}]\` in policy.yaml once they do (docs/deploy.md), or ask otherwise`
    : `${fault}: leave it out, or give that way words of its own under \`## ${channel}\``;
};
