import { describe, expect, it } from 'vitest';
import { asksToReply } from '../../../language/read/copy/reply-words.ts';

describe('copy that asks for a reply', () => {
  it.each([
    ['en', 'Questions? Reply to this message.'],
    ['en', 'If something cannot wait, reply to this message and a person will help.'],
    ['en', 'If not, reply within 30 days.'],
    ['en', 'You can just **reply** with one line.'],
    ['en', 'One tap below answers, or a reply with the number.'],
    ['en', 'Simply hit “Reply”.'],
    ['en', 'Feel free to reply.'],
    ['en', 'Please answer this mail.'],
    ['en', 'Write us back if it fails.'],
    ['en', 'You reach us by replying.'],
    ['en', 'Your reply reaches a person.'],
    ['de', 'Antworten Sie einfach auf diese E-Mail.'],
    ['de', 'Wenn etwas fehlt, antworten Sie uns.'],
    ['de', 'Antworte einfach mit einer Zahl.'],
    ['de', 'Sie können auf diese Nachricht antworten.'],
    ['de', 'Eine kurze Antwort genügt.'],
    ['de', 'Schreiben Sie einfach zurück.'],
    ['fr', 'Une question ? Répondez à ce message.'],
    ['fr', 'Vous pouvez répondre à ce message.'],
    ['fr', 'Une réponse avec le chiffre suffit.'],
    ['es', 'Responda a este correo.'],
    ['es', 'Puede contestar a este mensaje.'],
    ['es', 'Su respuesta llega a una persona.'],
    ['nl', 'Antwoord gewoon op deze e-mail.'],
    ['nl', 'U kunt op dit bericht antwoorden.'],
    ['nl', 'Reageer met een cijfer.'],
    ['pt', 'Responda a este e-mail.'],
    ['pt', 'Pode responder a esta mensagem.'],
    ['it', 'Rispondi a questa e-mail.'],
    ['it', 'Basta una risposta con il numero.'],
  ])('is found in %s: %s', (locale, text) => {
    expect(asksToReply(text, locale)).toBeDefined();
    expect(asksToReply(text, `${locale}-XX`)).toBeDefined();
    expect(asksToReply(text, undefined)).toBeDefined();
  });

  it.each([
    ['en', 'Please do not reply to this message.'],
    ['en', 'You cannot reply here; please use the form.'],
    ['en', "Don't reply to this email."],
    ['en', 'We reply within one working day.'],
    ['en', 'Thanks for your reply.'],
    ['en', 'A person will reply to you, and we will write back.'],
    ['en', 'No need to reply.'],
    ['en', 'One tap below answers.'],
    ['en', 'We read every answer to this question.'],
    ['de', 'Bitte antworten Sie nicht auf diese E-Mail.'],
    ['de', 'Auf diese E-Mail können Sie nicht antworten.'],
    ['de', 'Wir antworten innerhalb eines Werktags.'],
    ['de', 'Danke für Ihre Antwort.'],
    ['fr', 'Ne répondez pas à ce message.'],
    ['fr', 'Une personne vous répond sous un jour ouvré.'],
    ['fr', 'Merci de ne pas répondre à ce courriel.'],
    ['es', 'No responda a este mensaje.'],
    ['es', 'Gracias por su respuesta.'],
    ['nl', 'Antwoord niet op deze e-mail.'],
    ['nl', 'Wij antwoorden binnen een werkdag.'],
    ['pt', 'Não responda a este e-mail.'],
    ['it', 'Non rispondere a questa e-mail.'],
  ])('is not found in %s: %s', (locale, text) => expect(asksToReply(text, locale)).toBeUndefined());

  it('is found where it stands, with what it asks for', () => {
    const text = '{{ event.service }} works again. Still a problem? **Reply** here.';
    expect(asksToReply(text, undefined)).toEqual({ words: 'reply here', offset: text.indexOf('Reply') });
  });

  it('of another language is none in this one', () => {
    expect(asksToReply('Répondez à ce message.', 'en')).toBeUndefined();
  });
});
