import { describe, expect, it } from 'vitest';
import { isAutomaticText } from '../../../core/reply/automatic.ts';
import { withoutQuotations } from '../../../core/reply/quotations.ts';

const isAutomatic = (text: string): boolean => isAutomaticText(withoutQuotations(text));

import { readText } from '../../../core/sentiment/text.embedded.ts';
import { readWish } from '../../../core/wish/read-wish.ts';

const AUTOMATIC = [
  'Automatic reply: I am on leave until 9 March and will not be able to respond. Sorry for any inconvenience and the delay.',
  'Auto-Reply: Your mail\n\nWe have received it.',
  'Out of office',
  'Out of the Office: back on Monday',
  'OOO: back on Monday',
  'Absence du 2 au 9 mars',
  'Your message could not be delivered to support@acme.example.',
  'Re: Out of office until 9 March',
  '[External] Automatic reply: Your renewal',
  'Hello,\n\nthank you for your email. I am currently out of the office with no access to email and will reply on my return.',
  'Hi, I’m on annual leave until 9 March. For urgent matters call Bob; I will get back to you when I return.',
  'Thank you. This is an automated response; please do not reply.',
  'Automatische Antwort: Ihre Rechnung',
  'Abwesenheitsnotiz: Ihre Nachricht',
  'Vielen Dank für Ihre Nachricht. Ich bin bis zum 9. März nicht im Büro. In dringenden Fällen wenden Sie sich an Frau Roth.',
  'Ich bin vom 2. bis 9. März im Urlaub. Ihre E-Mail wird nicht weitergeleitet.',
  'Dies ist eine automatisch generierte E-Mail.',
  'Réponse automatique : Votre message',
  'Bonjour, je suis absente du bureau jusqu’au 9 mars. Je vous répondrai dès mon retour.',
  'Respuesta automática: Su factura',
  'Estoy fuera de la oficina hasta el 9 de marzo. Responderé a mi regreso.',
  'Automatisch antwoord: Uw bericht',
  'Ik ben tot 9 maart afwezig. Bij dringende vragen kunt u terecht bij Jan.',
  'Risposta automatica: Il tuo rinnovo',
  'Sono in ferie fino al 9 marzo. Risponderò al mio rientro.',
  'Resposta automática: A sua fatura',
  'Estou de férias até 9 de março. Responderei no meu regresso.',
  'Undeliverable: Your renewal',
  'Undelivered Mail Returned to Sender\n\nThis is the mail system at host mx.example.com.',
  'Mail delivery failed: returning message to sender',
  'Delivery Status Notification (Failure)',
  'Unzustellbar: Ihre Rechnung',
  'Non remis : Votre facture',
  'No se puede entregar: Su factura',
  'Onbestelbaar: Uw bericht',
  'Impossibile recapitare: Il tuo rinnovo',
  'Não é possível entregar: A sua fatura',
  '<html><body><p>Automatic reply: I am away.</p></body></html>',
];

const WRITTEN = [
  'I got an automatic reply again. Does anybody read this?',
  'Out of office replies keep coming from your system, please stop that.',
  'Absence of any help for three days now.',
  'I am on leave until 9 March. It still does not work, call my colleague.',
  'I am out of the office today, can you ring me on my mobile?',
  'Your message was not delivered to my inbox, please send it again.',
  'Ich bin im Urlaub und der Export geht nicht.',
  'Je suis absent lundi, mais mardi cela convient.',
  'Afwezig was ik niet, het pakket kwam gewoon niet.',
  'The automatic reply: useless. Nobody helps.',
  'Undeliverable parcel, third time. I am furious.',
  'Absence de réponse depuis trois jours !',
  'Ausencia de respuesta, otra vez.',
  'Absence du service client, comme toujours.',
  'Ooo! It works now.',
  'Nicht zugestellt. Mein Paket kam nie.',
  'Falha na entrega: o meu pacote nunca chegou.',
  'They say your message could not be delivered. I am furious.',
  'If this is an automated reply, I am leaving.',
  'I am travelling and will not be able to attend. Your app is horrible.',
  'Je suis absent lundi et ne pourrai pas recevoir le colis.',
  'Yes, thanks.',
  '',
  'It does not work.\n\nOn Mon, 2 Mar 2026 at 10:00, Ann <ann@example.com> wrote:\n\nAutomatic reply: I am away.',
];

describe('an automatic reply, an absence or a bounce', () => {
  it.each(AUTOMATIC)('is known by its words: %j', (text) => {
    expect(isAutomatic(text)).toBe(true);
    expect(readText(text)).toMatchObject({ mood: 'unknown', value: 0 });
    expect(readWish(`${text}\nPlease unsubscribe me`)).toBeUndefined();
  });

  it.each(WRITTEN)('is not what somebody wrote: %j', (text) => {
    expect(isAutomatic(text)).toBe(false);
  });
});
