import type { Spoken } from '../../language/catalogue/question.ts';
import { ANSWER_DAYS } from '../shared/link.ts';

/** All that the pages of an answer say by themselves. */
export interface AnswerWords {
  legend: string;
  more: string;
  send: string;
  sendAgain: string;
  untilThen: string;
  chooseOne: string;
  thanks: string;
  answered: (label: string) => string;
  changes: string;
  preferences: string;
  overTitle: string;
  over: string;
  tooOldTitle: string;
  tooOld: string;
  brokenTitle: string;
  broken: string;
  failedTitle: string;
  failed: string;
}

export const ANSWER_WORDS: Record<Spoken, AnswerWords> = {
  en: {
    legend: 'Your answer',
    more: 'Is there anything you would like to add? You need not.',
    send: 'Send my answer',
    sendAgain: 'Change my answer',
    untilThen: 'Nothing is sent until you press the button.',
    chooseOne: 'Please choose one of the answers first.',
    thanks: 'Thank you',
    answered: (label) => `Your answer is with us: ${label}.`,
    changes: `You can change your mind here for ${ANSWER_DAYS} days after our message. The last answer counts.`,
    preferences: 'Choose what you hear from us',
    overTitle: 'This question is over',
    over: 'We no longer ask this, so there is nothing left for you to do.',
    tooOldTitle: 'This question is over',
    tooOld: `We asked a while ago, and answers count for ${ANSWER_DAYS} days. There is nothing left for you to do.`,
    brokenTitle: 'This link does not work',
    broken: 'It may have been cut off on its way. Try it again from our message.',
    failedTitle: 'That did not work',
    failed: 'Something is wrong on our side, and your answer is not with us yet. Please try again in a minute.',
  },
  de: {
    legend: 'Ihre Antwort',
    more: 'Möchten Sie etwas hinzufügen? Sie müssen nicht.',
    send: 'Antwort senden',
    sendAgain: 'Antwort ändern',
    untilThen: 'Gesendet wird erst, wenn Sie auf den Knopf drücken.',
    chooseOne: 'Bitte wählen Sie zuerst eine der Antworten.',
    thanks: 'Vielen Dank',
    answered: (label) => `Ihre Antwort ist bei uns: ${label}.`,
    changes: `Sie können es sich hier ${ANSWER_DAYS} Tage lang nach unserer Nachricht anders überlegen. Die letzte Antwort zählt.`,
    preferences: 'Wählen Sie, was Sie von uns hören (auf Englisch)',
    overTitle: 'Diese Frage ist vorbei',
    over: 'Wir fragen das nicht mehr. Sie müssen nichts weiter tun.',
    tooOldTitle: 'Diese Frage ist vorbei',
    tooOld: `Wir haben vor einer Weile gefragt, und Antworten zählen ${ANSWER_DAYS} Tage lang. Sie müssen nichts weiter tun.`,
    brokenTitle: 'Dieser Link funktioniert nicht',
    broken: 'Vielleicht wurde er unterwegs abgeschnitten. Versuchen Sie es noch einmal aus unserer Nachricht.',
    failedTitle: 'Das hat nicht geklappt',
    failed:
      'Bei uns stimmt etwas nicht, und Ihre Antwort ist noch nicht da. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
};
