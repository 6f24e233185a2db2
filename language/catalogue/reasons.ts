import type { ShippedText } from './page-words/shipped-text.ts';

/**
 * Every reason that a decision about a moment may have, and how customers read it, as shipped. What the gate asks comes first, in its order.
 * Each has a row in core/gate/rows.
 */
export const REASONS = {
  holdout: {
    en: 'We leave some customers out of this series, to learn whether it helps at all.',
    de: 'Einige Kundinnen und Kunden lassen wir bei dieser Reihe aus, um zu lernen, ob sie überhaupt hilft.',
  },
  'account-closed': {
    en: 'You closed your account, so we did not write.',
    de: 'Sie haben Ihr Konto geschlossen, deshalb haben wir nicht geschrieben.',
  },
  overtaken: {
    en: 'Something happened in the meantime that made this message pointless.',
    de: 'Inzwischen ist etwas geschehen, das diese Nachricht überflüssig gemacht hat.',
  },
  'moment-retired': { en: 'We no longer send this message.', de: 'Diese Nachricht schicken wir nicht mehr.' },
  'task-cap': {
    en: 'A colleague was asked to do this for you only recently, so we did not ask again.',
    de: 'Erst vor Kurzem wurde jemand von uns gebeten, das für Sie zu tun, deshalb haben wir nicht noch einmal darum gebeten.',
  },
  'emit-cap': {
    en: 'Something like this was done for you only recently, so it was not done again.',
    de: 'So etwas wurde erst vor Kurzem für Sie getan, deshalb nicht noch einmal.',
  },
  'no-gesture': {
    en: 'We had nothing fitting to give you for this now.',
    de: 'Wir hatten dafür im Augenblick nichts Passendes für Sie.',
  },
  'no-channel': {
    en: 'We have no address of yours that this message could go to.',
    de: 'Wir haben keine Adresse von Ihnen, an die diese Nachricht gehen könnte.',
  },
  bounced: {
    en: 'A message to this address came back, so we stopped writing to it.',
    de: 'Eine Nachricht an diese Adresse kam zurück, deshalb schreiben wir nicht mehr dorthin.',
  },
  complained: {
    en: 'You marked a message from us as unwanted, so we stopped.',
    de: 'Sie haben eine Nachricht von uns als unerwünscht gemeldet, deshalb haben wir aufgehört.',
  },
  unsubscribed: {
    en: 'You asked us not to send messages like this, or never said that you want them.',
    de: 'Sie haben uns gebeten, solche Nachrichten nicht zu schicken, oder nie gesagt, dass Sie sie möchten.',
  },
  'only-necessary': {
    en: 'You asked us for only what you must know.',
    de: 'Sie haben uns gebeten, nur zu schreiben, was Sie wissen müssen.',
  },
  'data-not-shared': {
    en: 'This message would have used something that you did not tell us yourself.',
    de: 'Diese Nachricht hätte etwas verwendet, das Sie uns nicht selbst gesagt haben.',
  },
  protected: {
    en: 'We know that this may not be an easy time for you, so we write only what helps, or what you have to know.',
    de: 'Wir wissen, dass es für Sie vielleicht keine leichte Zeit ist, deshalb schreiben wir nur, was hilft oder was Sie wissen müssen.',
  },
  'journey-paused': {
    en: 'We paused this series of messages for everyone.',
    de: 'Wir haben diese Reihe von Nachrichten für alle angehalten.',
  },
  'paused-by-customer': { en: 'You asked us to pause.', de: 'Sie haben uns um Ruhe gebeten.' },
  'open-incident': {
    en: 'Something you rely on or asked us about is still being sorted out, so this can wait.',
    de: 'Etwas, worauf Sie sich verlassen oder wonach Sie uns gefragt haben, wird noch geklärt.',
  },
  'negative-sentiment': {
    en: 'What we heard from you lately told us that this was not the moment.',
    de: 'Was wir zuletzt von Ihnen gehört haben, hat uns gezeigt, dass es nicht der richtige Augenblick war.',
  },
  'muted-by': {
    en: 'Something more important came first ({journey}), so this can wait.',
    de: 'Etwas Wichtigeres kam zuerst: {journey}.',
  },
  'frequency-cap': { en: 'You have heard enough from us for now.', de: 'Sie haben fürs Erste genug von uns gehört.' },
  gap: { en: 'You heard from us only a little while ago.', de: 'Sie haben erst vor Kurzem von uns gehört.' },
  'asked-for-fewer': {
    en: 'You asked for fewer messages, and heard from us not long ago.',
    de: 'Sie haben um weniger Nachrichten gebeten, und es ist noch nicht lange her, dass Sie von uns gehört haben.',
  },
  'quiet-hours': { en: 'It was quiet hours where you are.', de: 'Bei Ihnen war Ruhezeit.' },
  window: {
    en: 'We send this only at a time of day that suits it.',
    de: 'Wir schicken das nur zu einer Tageszeit, die dazu passt.',
  },
  'channel-busy': {
    en: 'Our sending service was busy, so we tried again a little later.',
    de: 'Unser Versand war ausgelastet, deshalb haben wir es etwas später noch einmal versucht.',
  },
  'channel-down': {
    en: 'Our sending did not work for a while, so we tried again later.',
    de: 'Unser Versand ging eine Zeit lang nicht, deshalb haben wir es später noch einmal versucht.',
  },
  // What becomes of a step otherwise.
  reserved: { en: 'We are sending this right now.', de: 'Wir schicken das gerade.' },
  clear: { en: 'Nothing spoke against sending you this.', de: 'Es sprach nichts dagegen, Ihnen das zu schicken.' },
  'copy-failed': {
    en: 'We could not write this message as it should be, so we did not send it.',
    de: 'Wir konnten diese Nachricht nicht so schreiben, wie sie sein soll, deshalb haben wir sie nicht geschickt.',
  },
  'channel-refused': {
    en: 'The message could not be delivered to your address.',
    de: 'Die Nachricht konnte Ihrer Adresse nicht zugestellt werden.',
  },
  'no-receipt': {
    en: 'We could not find out whether this message went out, and did not want to send it twice.',
    de: 'Wir konnten nicht herausfinden, ob diese Nachricht hinausging, und wollten sie nicht zweimal schicken.',
  },
  'enrolment-ended': {
    en: 'The series that this belonged to ended before it was sent.',
    de: 'Die Reihe, zu der das gehörte, endete, bevor es geschickt wurde.',
  },
  'step-retired': {
    en: 'This series has changed, and what came next for you is not part of it any more.',
    de: 'Diese Reihe hat sich geändert, und was für Sie als Nächstes kam, gehört nicht mehr dazu.',
  },
} as const satisfies Record<string, ShippedText>;
