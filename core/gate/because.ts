import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { own } from '../own.ts';

const SENTENCES: Record<string, string> = {
  holdout: 'We leave some customers out of this series, to learn whether it helps at all.',
  'account-closed': 'You closed your account, so we did not write.',
  overtaken: 'Something happened in the meantime that made this message pointless.',
  'moment-retired': 'We no longer send this message.',
  'no-channel': 'We have no address of yours that this message could go to.',
  bounced: 'A message to this address came back, so we stopped writing to it.',
  complained: 'You marked a message from us as unwanted, so we stopped.',
  unsubscribed: 'You asked us not to send messages like this, or never said that you want them.',
  'data-not-shared': 'This message would have used something that you did not tell us yourself.',
  'journey-paused': 'We paused this series of messages for everyone.',
  'paused-by-customer': 'You asked us to pause.',
  'open-incident': 'Something you rely on or asked us about is still being sorted out, so this can wait.',
  'negative-sentiment': 'What we heard from you lately told us that this was not the moment.',
  'frequency-cap': 'You have heard enough from us for now.',
  gap: 'You heard from us only a little while ago.',
  'quiet-hours': 'It was late where you are.',
  window: 'We send this only at a time of day that suits it.',
  'channel-busy': 'Our sending service was busy, so we tried again a little later.',
  'channel-refused': 'The message could not be delivered to your address.',
  'no-receipt': 'We could not find out whether this message went out, and did not want to send it twice.',
  'enrolment-ended': 'The series that this belonged to ended before it was sent.',
};

/** A sentence for the customer about any reason the gate gives but `clear`, which the moment's own `because` explains. */
export const becauseOf = (reason: string, { journeys }: Catalogue): string => {
  if (reason.startsWith('muted-by:')) {
    const title = own(journeys, reason.slice('muted-by:'.length))?.title;
    return title
      ? `Something more important came first (${title}), so this can wait.`
      : 'Something more important came first, so this can wait.';
  }
  if (reason.startsWith('patience:')) {
    const held = becauseOf(reason.slice('patience:'.length), { journeys } as Catalogue);
    return `${held.replace(/, so this can wait\.$/, '.')} We waited for a better moment, and none came in time.`;
  }
  return SENTENCES[reason] ?? 'We decided not to send this now.';
};
