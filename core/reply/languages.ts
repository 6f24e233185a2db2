/**
 * How mail programs of one language frame what somebody answers: words in small letters, as parts of regular expressions.
 * English, German, French, Spanish, Dutch, Italian, Portuguese, and what else is cheap to know.
 */
interface MailWords {
  /** The word by which the line above a quotation begins, as in "On Mon, 2 Mar 2026, Acme wrote:". */
  on: string;
  wrote: string;
  from: string;
  /** A header that no list of a customer's own has; `from`, `to` and `date` may be those of a journey. */
  sent: string;
  subject: string;
  /** Headers that say nothing alone. */
  other: string;
  /** What stands between dashes above a whole message. */
  original: string;
  forwarded: string;
  /** What a help desk writes over its mail. */
  above: string;
  /** The last line of one's own. */
  close: string;
  device: string;
}

export const MAIL: readonly MailWords[] = [
  {
    on: 'on',
    wrote: 'wrote|writes',
    from: 'from',
    sent: 'sent',
    subject: 'subject',
    other: 'to|cc|bcc|date|reply-to|importance|attachments',
    original: 'original message|original email|original appointment',
    forwarded: '(begin )?forwarded message|forwarded by .{1,80}',
    above: '(above|over) this (line|text)|above the line',
    close:
      '((with )?(my )?(kind|kindest|best|warm|warmest|many)? ?(regards|wishes)|all the best|take care|thanks & regards|rgds|br|kr|(yours )?(sincerely|faithfully)( yours)?|cheers|best),?|(cheers|best|thanks and regards),',
    device:
      'sent from (my|outlook|mail|yahoo|proton) ?.{0,40}|sent (via|with|using) (the |my )?(samsung|galaxy|iphone|ipad|android|proton|outlook|gmail|mailbox|blackberry|spark|t-mobile|at&t) ?.{0,60}|(get|download) outlook for .{0,60}',
  },
  {
    on: 'am|on|vom',
    wrote: 'schrieb|schreibt|hat geschrieben|geschrieben',
    from: 'von',
    sent: 'gesendet|geschickt|datum und uhrzeit',
    subject: 'betreff',
    other: 'an|cc|kopie|datum|antwort an|wichtigkeit|anlagen',
    original: 'urspr(ü|ue)ngliche (nachricht|mail|e-mail)|original-?nachricht|original-?mail',
    forwarded: '(anfang der )?weitergeleiteten? (nachricht|mail|e-mail)',
    above: '(ü|ue)ber (dieser|diese) (zeile|linie)|oberhalb dieser (zeile|linie)',
    close:
      '(mit )?((freundlichen|besten|herzlichen|lieben|vielen) )?gr(ü|u)(ß|ss)en?|(viele|beste|liebe|sch(ö|oe)ne|herzliche|freundliche) gr(ü|u)(ß|ss)e|gru(ß|ss)|mfg|lg|vg|hochachtungsvoll',
    device:
      'von meinem .{1,40} gesendet|gesendet (von|mit|aus) .{1,60}|diese nachricht wurde von .{1,40} gesendet|outlook f(ü|ue)r .{1,40} (beziehen|herunterladen)|(holen sie sich|laden sie) outlook f(ü|ue)r .{1,40}',
  },
  {
    on: 'le',
    wrote: 'a (é|e)crit|(é|e)crit',
    from: 'de',
    sent: 'envoy(é|e)e?( le)?',
    subject: 'objet|sujet',
    other: '(à|a)|cc|cci|date|r(é|e)pondre (à|a)|pi(è|e)ces jointes',
    original: "message (d['’]origine|original|initial)",
    forwarded: '(d(é|e)but du )?message (transf(é|e)r(é|e)|r(é|e)exp(é|e)di(é|e))',
    above: 'au[- ]dessus de cette (ligne|barre)',
    close: '(bien )?cordialement|bien (à|a) (vous|toi)|(sinc(è|e)res |meilleures )?salutations( distingu(é|e)es)?',
    device:
      "envoy(é|e) (de|depuis|à partir de|d['’]) ?.{1,60}|(t(é|e)l(é|e)charge[rz]|obtenir|obtenez) outlook pour .{1,60}",
  },
  {
    on: 'el',
    wrote: 'escribi(ó|o)|ha escrito',
    from: 'de',
    sent: 'enviado( el| a las)?',
    subject: 'asunto',
    other: 'para|cc|cco|fecha|responder a|datos adjuntos',
    original: 'mensaje original|correo original',
    forwarded: '(inicio del )?mensaje reenviado',
    above: '(por )?encima de esta l(í|i)nea|sobre esta l(í|i)nea',
    close: '(un )?(cordial )?saludos?( cordiales)?|atentamente|un abrazo|abrazos',
    device: 'enviado (desde|con) .{1,60}|(obtener|obtenga|descargar) outlook para .{1,60}',
  },
  {
    on: 'op',
    wrote: 'schreef|geschreven',
    from: 'van',
    sent: 'verzonden|verstuurd',
    subject: 'onderwerp',
    other: 'aan|cc|bcc|datum|antwoord aan|bijlagen',
    original: 'oorspronkelijk(e)? (bericht|mail|e-mail)|origineel bericht',
    forwarded: '(begin )?doorgestuurd bericht',
    above: 'boven deze (regel|lijn)',
    close: '(met )?(vriendelijke|hartelijke|beste) (groet|groeten)|groet(en|jes)?|mvg|hoogachtend',
    device:
      '(verstuurd|verzonden) (vanaf|met|via|vanuit) .{1,60}|outlook voor .{1,40} (downloaden|ophalen)|(download|haal) outlook voor .{1,40}',
  },
  {
    on: 'il',
    wrote: 'ha scritto|scrisse|scrive',
    from: 'da',
    sent: 'inviato( il)?',
    subject: 'oggetto',
    other: 'a|cc|ccn|data|rispondi a|allegati',
    original: 'messaggio originale|messaggio originario',
    forwarded: '(inizio )?(del )?messaggio inoltrato',
    above: '(al di )?sopra (di )?questa (riga|linea)',
    close: '(cordiali|distinti|un caro)? ?salut(i|o)( cordiali)?|cordialmente',
    device: 'inviato (da|dal|dallo|con|tramite) .{1,60}|(scarica|ottieni) outlook per .{1,60}',
  },
  {
    on: 'em|no dia|a|na',
    wrote: 'escreveu',
    from: 'de',
    sent: 'enviad[oa]( em| a)?',
    subject: 'assunto',
    other: 'para|cc|cco|data|responder a|anexos',
    original: 'mensagem original|e-mail original',
    forwarded: '(in(í|i)cio da )?mensagem (re)?encaminhada',
    above: 'acima desta linha',
    close:
      'atenciosamente|(com os )?(melhores |meus )?cumprimentos|abra(ç|c)os?|att|cordialmente|sauda(ç|c)(õ|o)es( cordiais)?',
    device: 'enviado (do|da|de|a partir d[oe]|pelo|com) .{1,60}|(obter|obtenha) o outlook para .{1,60}',
  },
  {
    on: 'den|på|vid|på|w dniu|dnia|dne',
    wrote: 'skrev|skreiv|napisał(\\(a\\)|a)?|pisze|napsal(\\(a\\)|a)?',
    from: 'från|fra|od',
    sent: 'skickat|sendt|wysłano|wysłane|odesláno',
    subject: 'ämne|emne|temat|předmět',
    other: 'till|til|kopia|dato|datum|data|do|dw|komu|cc|kopie',
    original:
      'ursprungligt meddelande|original(t)? meddelande|oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna|původní zpráva',
    forwarded: 'vidarebefordrat meddelande|videresendt (meddelelse|melding)|wiadomość przekazana|přeposlaná zpráva',
    above: 'ovanför (denna|den här) (rad|raden|linje)|over denne linje(n)?|powyżej tej linii|nad tímto řádkem',
    close:
      '(med )?(vänliga|vänlig|venlig|vennlig) hälsning(ar)?|(med )?(venlig|vennlig) hilsen|mvh|hälsningar|pozdrawiam|z poważaniem|s pozdravem',
    device: '(skickat|sendt) (från|fra) .{1,60}|wysłane z .{1,60}|odesláno z .{1,60}',
  },
];

/** One word of all languages, as alternatives. */
export const anyOf = (part: keyof MailWords): string => MAIL.map((words) => words[part]).join('|');
