import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutQuotations } from '../../../core/reply/quotations.ts';
import { ownWords } from '../../../core/sentiment/clean.ts';
import { readText } from '../../../core/sentiment/text.embedded.ts';
import { readWish } from '../../../core/wish/read-wish.ts';
import { runs } from '../../support/depth.ts';

const OURS = 'Hello, checkout is not working right for you. This is our failure. Unsubscribe me: click here.';

/** What stands above our own mail, by mail program and language. */
const ATTRIBUTIONS = [
  'On Mon, Mar 2, 2026 at 12:00 PM, Acme <hello@acme.example> wrote:',
  'On Mon, Mar 2, 2026 at 12:00\u202fPM Acme Support and Friends of Acme\n<hello@acme.example> wrote:',
  'On Monday, March 2, 2026 at 12:00:00 PM GMT+1,\nAcme Support with a long name\n<hello@acme.example>\nwrote:',
  'On 02/03/2026 12:00, Acme wrote:',
  'Am 02.03.2026 um 12:00 schrieb Acme <hello@acme.example>:',
  'Am Mo., 2. März 2026 um 12:00 Uhr schrieb Acme <\nhello@acme.example>:',
  'Acme <hello@acme.example> schrieb am Mo., 2. März 2026, 12:00:',
  'Le lun. 2 mars 2026 à 12:00, Acme <hello@acme.example> a écrit\u00a0:',
  'Le 02/03/2026 à 12:00, Acme a écrit :',
  'El lun, 2 mar 2026 a las 12:00, Acme (<hello@acme.example>) escribió:',
  'Op ma 2 mrt 2026 om 12:00 schreef Acme <hello@acme.example>:',
  'Il giorno lun 2 mar 2026 alle ore 12:00 Acme <hello@acme.example> ha scritto:',
  'Em seg., 2 de mar. de 2026 às 12:00, Acme <hello@acme.example> escreveu:',
  'Acme <hello@acme.example> escreveu (segunda, 2/03/2026 à(s) 12:00):',
  'Den mån 2 mars 2026 kl 12:00 skrev Acme <hello@acme.example>:',
  'W dniu 2.03.2026 o 12:00, Acme pisze:',
  '2026-03-02 12:00 GMT+01:00 Acme <hello@acme.example>:',
];

const BLOCKS = [
  'From: Acme <hello@acme.example>\nSent: Monday',
  '*From:* Acme <hello@acme.example>\n*Sent:* Monday',
  '**From:** Acme\n**Sent:** Monday\n**To:** Ann\n**Subject:** News',
  'From: Acme\n\nSent: Monday\n\nTo: Ann\n\nSubject: News',
  'From: Acme\nDate: 2 March 2026\nTo: Ann\nSubject: News',
  'Von: Acme\nGesendet: Montag, 2. März 2026 12:00\nAn: Ann\nBetreff: Neues',
  '*Von:* Acme\n*Datum:* 2. März\n*Betreff:* Neues',
  'De : Acme\nEnvoyé : lundi 2 mars 2026 12:00\nÀ : Ann\nObjet : Nouvelles',
  'De: Acme\nEnviado el: lunes, 2 de marzo\nPara: Ann\nAsunto: Noticias',
  'Van: Acme\nVerzonden: maandag 2 maart\nAan: Ann\nOnderwerp: Nieuws',
  'Da: Acme\nInviato: lunedì 2 marzo\nA: Ann\nOggetto: Novità',
  'De: Acme\nEnviada em: segunda-feira\nPara: Ann\nAssunto: Novidades',
];

const DIVIDERS = [
  '-----Original Message-----',
  '----- Original message -----',
  '-----Ursprüngliche Nachricht-----',
  "-----Message d'origine-----",
  '-----Mensaje original-----',
  '-----Oorspronkelijk bericht-----',
  '-----Messaggio originale-----',
  '-----Mensagem original-----',
  '---------- Forwarded message ---------',
  '-------- Weitergeleitete Nachricht --------',
  'Begin forwarded message:',
  'Anfang der weitergeleiteten Nachricht:',
  'Début du message transféré :',
  '________________________________',
  '##- Please type your reply above this line -##',
  '-- reply above this line --',
  'Please write your answer above this line.',
  '##- Bitte geben Sie Ihre Antwort über dieser Zeile ein -##',
  '##- Veuillez répondre au-dessus de cette ligne -##',
  '##- Escriba su respuesta por encima de esta línea -##',
  '##- Typ uw antwoord boven deze regel -##',
  '##- Scrivi la tua risposta sopra questa riga -##',
  '##- Digite sua resposta acima desta linha -##',
];

const FRAMES = [...ATTRIBUTIONS, ...BLOCKS, ...DIVIDERS];

describe('what somebody answers', () => {
  it.each(FRAMES)('is cut below %j', (frame) => {
    for (const gap of ['\n', '\n\n']) {
      expect(withoutQuotations(`Thanks, all works again.${gap}${frame}\n\n${OURS}`)).toBe('Thanks, all works again.');
      expect(withoutQuotations(`Thanks, all works again.\r\n${frame}\r\n> ${OURS}`)).toBe('Thanks, all works again.');
    }
  });

  it('is cut in HTML, also where quotations stand in each other or are left open', () => {
    const bodies = [
      `<div>Thanks, all works again.</div><blockquote type="cite"><p>${OURS}</p></blockquote>`,
      `<p>Thanks, all works again.</p><blockquote>a<blockquote>${OURS}</blockquote>${OURS}</blockquote>`,
      `Thanks, all works again.<br><blockquote>${OURS}`,
      `<div>Thanks, all works again.</div><div class="gmail_quote gmail_quote_container"><div dir="ltr">${OURS}</div></div>`,
      `<style>p { color: red }</style><p>Thanks, <b>all</b> works again.</p><div id="divRplyFwdMsg"><b>From:</b> Acme</div>${OURS}`,
      `<p>Thanks, all works again.</p><p><b>Von:</b> Acme<br><b>Gesendet:</b> Montag<br></p><p>${OURS}</p>`,
      `<div>Thanks, all works again.<br><br>On 2 Mar 2026, Acme &lt;<a href="mailto:a@acme.example">a@acme.example</a>&gt; wrote:<br></div><div>${OURS}</div>`,
    ];
    for (const body of bodies) expect(withoutQuotations(body)).toBe('Thanks, all works again.');
  });

  it('leaves what is written below or between marked lines', () => {
    const attribution = 'On Mon, 2 Mar 2026 at 10:00, Acme <a@acme.example> wrote:';
    expect(withoutQuotations(`${attribution}\n> ${OURS}\n\nThanks, it works.`)).toBe('Thanks, it works.');
    expect(withoutQuotations(`> Does it work?\nYes.\n> And quickly?\nNo.`)).toBe('Yes.\nNo.');
  });

  it('leaves nothing of a mail that is forwarded whole, and nothing is no evidence', () => {
    for (const frame of FRAMES) expect(readText(`${frame}\n\n${OURS}`)).toMatchObject({ mood: 'unknown', value: 0 });
  });

  it('asks for nothing, whatever it says', () => {
    for (const frame of FRAMES) expect(readWish(`Thanks!\n\n${frame}\n\nPlease unsubscribe me`)).toBeUndefined();
  });
});

describe('a signature', () => {
  it.each([
    'Best regards,',
    'Mit freundlichen Grüßen',
    'Viele Grüße',
    'MfG',
    'Cordialement,',
    'Bien à vous',
    'Un saludo,',
    'Atentamente',
    'Met vriendelijke groet,',
    'Cordiali saluti',
    'Atenciosamente,',
    'Com os melhores cumprimentos,',
    '-- ',
    'Sent from my iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Inviato da iPhone',
    'Enviado do meu iPhone',
    'All the best,',
    'With kind regards',
    'Thanks & regards,',
    'Sent via the Samsung Galaxy S21, an AT&T 5G smartphone',
    'Sent with Proton Mail secure email.',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
    'Outlook für iOS beziehen',
    'Télécharger Outlook pour iOS',
    'Obtener Outlook para iOS',
    'Outlook voor iOS downloaden',
    'Scarica Outlook per iOS',
    'Obter o Outlook para iOS',
  ])('is cut from %j on', (line) => {
    expect(withoutQuotations(`It works.\n\n${line}\nAnn Terrible`)).toBe('It works.');
  });

  it.each(['I sent it with Proton Mail.', 'How do I get Outlook for iOS to work?', 'Take care of it, please.'])(
    'is not begun by %j, which somebody says',
    (line) => {
      expect(withoutQuotations(`It fails.\n${line}\nIt is terrible.`)).toBe(`It fails.\n${line}\nIt is terrible.`);
    },
  );
});

describe("the writer's own words", () => {
  it.each([
    'From: London\nTo: Paris\nDate: 3 March\nThe parcel never came.',
    'On 2 March I called. Nobody knew anything.\nThen Tim wrote: please wait. I am angry.',
    'On Monday I asked twice.\nYour agent wrote:\nwe will see. We did not.',
    'I cannot find where to reply above this line of the form.',
    'Von: Hamburg\nNach: Berlin\nDer Zug kam nie.',
    'Best thing you ever did.\nThanks for the help!',
    'Le colis est cassé.\nIl a écrit quelque chose: rien.',
    'a < b and b > c, but 3 < 2 is wrong',
    'The original message was never sent.',
  ])('are kept in %j', (text) => {
    expect(withoutQuotations(text)).toBe(text);
  });

  it('are kept whole above any frame', () => {
    const word = fc.stringMatching(/^[a-zé]{1,9}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `we ${words.join(' ')}.`);
    const above = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(above, fc.constantFrom(...FRAMES), fc.string(), (own, frame, below) => {
        expect(withoutQuotations(`${own}\n\n${frame}\n\nwe ${below}`)).toBe(own);
      }),
      { numRuns: runs(200) },
    );
  });

  it('of any text are found soon', () => {
    const start = performance.now();
    const hostile = [
      'On '.repeat(20_000),
      'From: '.repeat(9_000),
      '<div '.repeat(12_000),
      '<blockquote>'.repeat(5_000),
    ];
    for (const text of [
      ...hostile,
      '\n'.repeat(60_000),
      `On ${'a'.repeat(64_000)}`,
      `On Mon, ${'漢'.repeat(32_000)}`,
      `From: ${'-'.repeat(64_000)}`,
      'On a 2026\n'.repeat(6_000),
      `${'schrieb '.repeat(30)}\n`.repeat(250),
    ])
      ownWords(text);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
