import { describe, expect, it } from 'vitest';
import { readWish } from '../../../core/wish/read-wish.ts';

const wishOf = (text: string) => readWish(text)?.wish;

describe('a word alone in a reply', () => {
  it.each([
    ...[
      'STOP',
      'stop',
      ' Stop. ',
      'STOP!!!',
      '"Stop"',
      'stop stop stop',
      'Stop please',
      'Please STOP, thanks',
      'ＳＴＯＰ',
    ],
    ...[
      'UNSUBSCRIBE',
      'Please unsubscribe me',
      'END',
      'quit',
      'Cancel',
      'OPT-OUT',
      'opt out',
      'optout',
      'REMOVE',
      'revoke',
      'ARRET',
      'Arrêt',
      'TD',
    ],
    ...['Stopp', 'Abmelden', 'bitte abmelden', 'AUFHÖREN', 'Désabonner', 'arrêtez svp', 'BAJA', 'por favor parar'],
    ...[
      'Basta',
      'disiscrivimi',
      'SAIR',
      'afmelden',
      'Avregistrera',
      'lopeta',
      'rezygnuję',
      'Odhlásit',
      'İPTAL',
      'СТОП',
    ],
    ...['отписаться', '配信停止', '退订', '수신거부', 'إلغاء', 'הסר', 'STOP\n\nSent from my iPhone'],
    'STOP\n\nOn Mon, 2 Mar 2026 at 10:00, Acme wrote:\n> Start here: we help you.',
  ])('leaves: %j', (text) => {
    expect(readWish(text)).toEqual({ wish: 'leave', alone: true });
  });

  it.each(['STOPALL', 'stop all', 'Unsubscribe all', 'END ALL'])('leaves everything: %j', (text) => {
    expect(wishOf(text)).toBe('leave-all');
  });

  it.each(['START', 'unstop', 'Start please', 'Opt in', 'Anmelden', 'ALTA', 'старт'])('returns: %j', (text) => {
    expect(wishOf(text)).toBe('return');
  });

  it.each([
    ...['', '?', 'YES', 'ok', 'please', '5', 'help', 'The app does not stop crashing', 'When does the trial end?'],
    ...['I could not stop laughing', 'How do I start?', 'Please cancel my order 1234 and refund it', 'This is the end'],
    '> STOP',
  ])('is none: %j', (text) => {
    expect(readWish(text)).toBeUndefined();
  });
});

describe('a sentence that asks to be left out', () => {
  it.each([
    ...['unsubscribe me from these.', 'Hi, could you unsubscribe me? Thanks', 'I want to unsubscribe'],
    ...['How do I unsubscribe?', 'Please opt me out', 'Bitte melden Sie mich ab', 'Ich möchte mich bitte abmelden.'],
    ...[
      'Désabonnez-moi s’il vous plaît',
      'Je voudrais me désinscrire',
      'Quiero darme de baja',
      'Por favor, denme de baja',
    ],
    ...[
      'Vorrei disiscrivermi',
      'Quero cancelar a inscrição',
      'Schrijf mij uit aub',
      'Avregistrera mig',
      'Proszę wypisać mnie',
    ],
  ])('leaves: %j', (text) => {
    expect(readWish(text)).toEqual({ wish: 'leave', alone: false });
  });

  it.each([
    ...[
      'Please unsubscribe me from your list. Remove me.',
      'Unsubscribe me from everything',
      'Take me off your mailing list',
    ],
    ...[
      'remove my email address from your database',
      'No, stop emailing me!',
      'stop sending me these',
      'No more emails please',
    ],
    ...[
      "Don't ever contact me again",
      'Do not email me again',
      "I don't want to receive your newsletter",
      'Please stop texting me.',
    ],
    ...['Bitte nehmen Sie mich aus dem Verteiler', 'Ich will keine E-Mails mehr', 'Schreiben Sie mir nicht mehr'],
    ...[
      'Je ne souhaite plus recevoir vos mails',
      'Arrêtez de m’écrire',
      'No quiero recibir más correos',
      'Dejen de escribirme',
    ],
    ...['Non voglio più ricevere email', 'Não quero mais receber', 'Geen mails meer sturen', 'Inga fler mejl tack'],
    'Nie chcę otrzymywać wiadomości',
  ])('leaves everything: %j', (text) => {
    expect(wishOf(text)).toBe('leave-all');
  });

  it.each([
    ...[
      'Please do not unsubscribe me!',
      'I never asked you to unsubscribe me',
      'Why did you remove me?',
      'I do not want to unsubscribe',
    ],
    ...[
      'How do I unsubscribe from the Pro plan?',
      'Unsubscribe me from my subscription',
      'I love your emails',
      'Send me more emails',
    ],
    ...[
      'The export stops sending me files at 10 MB',
      'Ich möchte meinen Termin abmelden lassen? Nein, bitte nicht abmelden',
    ],
    'Thanks!\n\nOn Mon, 2 Mar 2026 at 10:00, Acme wrote:\n> Unsubscribe me: click here\n> Please unsubscribe me',
    'We had no emails from you about the outage. Why?',
  ])('is none: %j', (text) => {
    expect(readWish(text)).toBeUndefined();
  });
});
