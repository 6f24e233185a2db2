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
    ...['> STOP', 'Fine', 'Fine, thanks!', 'fine thank you'],
  ])('is none: %j', (text) => {
    expect(readWish(text)).toBeUndefined();
  });
});

describe('what is quoted of ours', () => {
  const OURS = "Hello Ada\nYou don't want to receive these emails? Please unsubscribe me.\nReply STOP to unsubscribe.";
  it.each([
    ...[
      'On Mon, 2 Mar 2026 at 10:00, Acme wrote:',
      'On Mon, 2 Mar 2026 at 10:00, Acme Support\n<hello@acme.com> wrote:',
    ],
    ...[
      'Am Mo., 2. März 2026 um 10:00 Uhr schrieb Acme <hello@acme.com>:',
      'Von: Acme <hello@acme.com>\nGesendet: Montag',
    ],
    ...['Le lun. 2 mars 2026 à 10:00, Acme <hello@acme.com> a écrit :', 'De : Acme <hello@acme.com>\nEnvoyé : lundi'],
    ...[
      'El lun, 2 mar 2026 a las 10:00, Acme (<hello@acme.com>) escribió:',
      'Il giorno lun 2 mar 2026 Acme ha scritto:',
    ],
    ...['Em seg., 2 de mar. de 2026, Acme escreveu:', 'Op ma 2 mrt 2026 om 10:00 schreef Acme <hello@acme.com>:'],
    ...[
      '*From:* Acme <hello@acme.com>',
      '-----Ursprüngliche Nachricht-----',
      '-----Message d’origine-----',
      '________________________________',
    ],
  ])('is none of theirs: %j', (header) => {
    expect(readWish(`Thank you, that helps.\n\n${header}\n\n${OURS}`)).toBeUndefined();
  });

  it('begins with its header: a line of the customer that looks a little like one stays theirs', () => {
    expect(wishOf('Le service est nul.\nDésabonnez-moi')).toBe('leave');
    expect(wishOf('Am Montag schrieb ich schon:\nbitte melden Sie mich ab')).toBe('leave');
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
    ...[
      'I want to receive no more emails',
      'Ich möchte keine Nachrichten mehr erhalten',
      'Plus de mails svp !',
      'Je ne veux plus de mails',
    ],
    ...['Je ne veux plus rien recevoir.', 'No quiero recibir nada más', 'Non voglio ricevere più niente'],
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
    ...[
      'I get no more messages, please fix',
      'No more emails arrived since yesterday',
      'There are no more texts in my app',
    ],
    ...['Ich bekomme keine E-Mails mehr, bitte helfen Sie', 'Wir erhalten seit gestern keine E-Mails mehr'],
    ...[
      'Je voudrais plus de mails de votre part',
      'Plus de messages que prévu',
      'Je ne reçois plus de mails',
      'Je ne veux plus recevoir de colis ici',
    ],
    ...[
      'No quiero recibir el paquete mañana',
      'Non voglio ricevere la merce domani',
      'Não quero receber a fatura aqui',
    ],
    ...['Please remove me as an admin', 'Please remove me from the project Apollo'],
  ])('is none: %j', (text) => {
    expect(readWish(text)).toBeUndefined();
  });
});
