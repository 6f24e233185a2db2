import { channelKind, isWork } from '../../catalogue/channel.ts';
import type { Purpose } from '../../catalogue/kind.ts';
import type { Moment } from '../../catalogue/moment.ts';
import { isSocial } from '../../catalogue/purpose.ts';
import { minutesTo } from '../../catalogue/time-of-day.ts';
import type { Declarations } from '../declarations.ts';
import { checkReaction, REACTIONS } from '../journeys/reactions.ts';
import { didYouMean } from '../yaml/lookup.ts';
import type { Source } from '../yaml/source.ts';
import { checkAnswerable } from './asks.ts';
import type { MomentFile, ReadMoments } from './moments.ts';

/** What a moment's front matter says by itself. */
export const checkMomentFile = (
  { moment, front }: MomentFile,
  declarations: Declarations,
  moments: ReadMoments,
): void => {
  const { topic, window } = moment;
  if (topic !== undefined && declarations.topics && !declarations.topics.has(topic))
    front.report(['topic'], `policy.yaml declares no topic \`${topic}\`${didYouMean(topic, declarations.topics)}`);
  if (window && window.from === window.to)
    front.report(['window'], 'a window from and to the same time never opens', true);
  checkShown(moment, front, declarations);
  checkAnswerable(moment, front, declarations);
  for (const when of REACTIONS) checkReaction(moment[when], front, [when], moments);
};

/** A window that quiet hours leave nothing of never opens for a moment that keeps them. */
export const checkWindow = (
  { moment: { window, quietHours, channels }, front }: MomentFile,
  purposes: ReadonlySet<Purpose>,
  { policy }: Declarations,
): void => {
  const quiet = policy?.quietHours;
  if (!policy || !quiet || !window || window.from === window.to || isWork(channels)) return;
  const keeps = [...purposes].some((purpose) => (quietHours ?? policy.purposes[purpose].quietHours) === 'hold');
  const isCovered =
    minutesTo(quiet.from, window.from) + minutesTo(window.from, window.to) <= minutesTo(quiet.from, quiet.to);
  if (keeps && isCovered)
    front.report(
      ['window'],
      `it never opens: from ${window.from} to ${window.to} all is quiet (${quiet.from} to ${quiet.to} in policy.yaml). Write hours outside of that`,
      true,
    );
};

/** What goes where nothing shows it reaches nobody. */
const checkShown = ({ channels }: Moment, front: Source, { policy }: Declarations): void => {
  if (!policy || policy.inbox) return;
  for (const [place, channel] of channels.entries())
    if (channelKind(channel)?.isShownByProduct)
      front.warn(
        ['channels', place],
        channels.length === 1
          ? `it goes to \`${channel}\` alone, which nothing shows to customers, so it is never sent: say \`inbox: { keeps: 90 days }\` in policy.yaml once your product shows it, or name another channel`
          : `nothing shows \`${channel}\` to customers, so it reaches nobody there: say \`inbox: { keeps: 90 days }\` in policy.yaml once your product shows it, or leave it out`,
      );
};

/** What a moment may not say for a purpose that it is sent with; `journey` when it is the journey's purpose. */
export const checkPurpose = (
  { moment, front, whole }: MomentFile,
  purpose: Purpose,
  journey: string | undefined,
): void => {
  if (!whole || !isSocial(purpose) || isWork(moment.channels)) return;
  const which = journey === undefined ? `${purpose} moments` : `${purpose} moments, as this is in journey ${journey},`;
  for (const when of REACTIONS)
    if (moment[when] === 'send')
      front.report([when], `${which} may not say \`send\`: only care and transactional ones may`);
  if (moment.quietHours === 'ignore')
    front.report(['quietHours'], `${which} keep quiet hours: only care and transactional ones may ignore them`);
  if (moment.topic === undefined)
    front.report(['moment'], `${which} need a \`topic\` from policy.yaml, so that customers can unsubscribe from it`);
};
