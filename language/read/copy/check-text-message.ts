import { CHANNELS, type Channel } from '../../catalogue/channel.ts';
import { listNames } from '../yaml/lookup.ts';
import type { MomentText } from './moment-text.ts';
import { isLatin, measure, plainSign } from './text-message.ts';
import { asRead, withoutLiquid } from './without-liquid.ts';

/** Beyond this a text is an email that was sent by the wrong way. */
const MANY = 3;
const VALUE = 'x'.repeat(8);

const inParts = (parts: number): string => (parts === 1 ? '1 part' : `${parts} parts`);

const instead = (signs: readonly string[]): string => {
  const plainer = signs.flatMap((sign) => {
    const plain = /\p{L}/u.test(sign) ? undefined : plainSign(sign);
    return plain === undefined ? [] : [`\`${sign}\` as \`${plain}\``];
  });
  return plainer.length === signs.length
    ? `write ${plainer.join(', ')}`
    : `${plainer.length > 0 ? `write ${plainer.join(', ')}, and ` : ''}choose other words`;
};

/** As long as a short link mostly is. */
const LINK = ` ${'x'.repeat(50)}`;

/** Warns of what makes a text message dearer than it looks: each part is paid for, also for the link by which it is answered. */
export const checkTextMessage = (
  channels: readonly Channel[],
  { body, sections }: MomentText,
  hasLink: boolean,
): void => {
  for (const channel of channels) {
    if (CHANNELS[channel].body !== 'short-text') continue;
    const part = sections[channel] ?? body;
    const words = asRead(part.text, VALUE)
      .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
      .replace(/\s+/g, ' ')
      .trim();
    const { parts, costly, without } = measure(hasLink ? words + LINK : words);
    const [first] = costly;
    if (first !== undefined && isLatin(costly)) {
      const at = withoutLiquid(part.text).indexOf(first);
      const cost =
        parts > without ? `it costs ${inParts(parts)} instead of ${without}` : 'a part holds 70 letters instead of 160';
      part.warn(
        Math.max(at, 0),
        `${listNames(costly)} ${costly.length === 1 ? 'makes' : 'make'} a text message dearer: ${cost}; ${instead(costly)}`,
      );
    } else if (parts > MANY) {
      const section = sections[channel] ? 'shorten it' : `write a shorter one under \`## ${channel}\``;
      part.warn(0, `a text message of ${inParts(parts)}, each of which is paid for: ${section}`);
    }
  }
};
