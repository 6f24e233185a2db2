/**
 * How people ask in a sentence to be left out, language by language, over plain words. `bare`: it speaks of what they got,
 * and of nothing wider; all else is about everything that comes by this way.
 */
interface Language {
  bare?: RegExp;
  all: RegExp;
}

/** What they leave is no message of ours but what they pay for. */
const NOT_A_PRODUCT =
  '(?! as\\b| from (the |my |our |your )?(\\w+ )?(plan|subscription|account|service|trial|contract|tier|pro|premium|project|team|group|workspace)\\b)';

/** What they want no more of is written to them, or all that comes; a parcel is none. */
const OF_MESSAGES = String.raw`(?= \.|(?: \w+){0,4} (?:e ?mails?|mails?|sms|newsletters?|messages?|courriels?|textos?|correos?|mensajes?|mensagens|messaggi|boletin(?:es)?|publicidad|publicite|pubblicita|promo\w*|notific\w+|comunica\w+|rien|nada|niente|nulla)\b)`;

const ENGLISH: Language = {
  bare: new RegExp(
    `\\b(un ?subscribe (me|us)|(take|opt|sign) (me|us) out|opt me out|(please|pls|kindly|to|want to|like to|can i|do i|could i|could you|can you) un ?subscribe|remove (me|us))\\b${NOT_A_PRODUCT}`,
  ),
  all: new RegExp(
    [
      '\\b(remove|take|delete|get|strike) (me|us|my (e ?mail|email address|address|number|phone( number)?|name)) (off|from) (\\w+ ){0,4}(list|lists|database|mailing|mailings|newsletter|newsletters|distribution)\\b',
      '\\b(stop|quit|cease) (sending|e ?mailing|mailing|texting|messaging|contacting|writing|spamming|bothering)( to)? (me|us|this|these|those|any|all|your)\\b',
      '\\b(do not|don t|dont|never)( ever)? (e ?mail|text|message|contact|write( to)?|spam|send) (me|us)( (anything|any( more)?|emails?|texts?|messages?|again|anymore|more|ever|these|this))+\\b',
      '\\b(do not|don t|dont|never) (e ?mail|text|message|contact) (me|us) \\.',
      // Who gets none any more may be in want of them.
      '(?<!\\b(?:i|we) (?:\\w+ )?(?:get|got|receive|received|have|had|see) |\\bthere (?:are|were) )\\bno (more|further) (e ?mails?|mails?|texts?|messages?|newsletters?)\\b(?! (\\w+ ){0,2}(arrive|arrived|arriving|come|came|coming|reach|reached|since)\\b)',
      '\\b(do not|don t|dont|no longer) (want|wish|like)( to)? (get|receive|hear|be contacted|any( more)?|your|these)\\b(?= (\\w+ ){0,3}(e ?mails?|mails?|texts?|messages?|newsletters?|from you|spam)\\b)',
      '\\bun ?subscribe (me|us) from (\\w+ ){0,3}(all|every|everything|any|list|lists)\\b',
      '\\b(lose|delete) my (number|e ?mail( address)?)\\b',
    ].join('|'),
  ),
};

const GERMAN: Language = {
  bare: /\b(bitte (\w+ ){0,3}(abmelden|austragen|abbestellen)|(mich|uns) (\w+ ){0,3}(abmelden|austragen|abzumelden|auszutragen)|(melden|tragen) sie (mich|uns) (\w+ ){0,4}(ab|aus)|(meld|melde|trag|trage) (mich|uns) (\w+ ){0,4}(ab|aus)|newsletter (abbestellen|abmelden|kundigen)|mochte (\w+ ){0,4}abbestellen)\b/,
  all: /\b((aus|von) (\w+ ){0,3}(verteiler|verteilerliste|mailingliste|adressliste|liste) (\w+ ){0,2}(nehmen|streichen|entfernen|loschen|loeschen|austragen)|(nehmen|streichen|entfernen|loschen) sie (mich|uns|meine \w+) (\w+ ){0,3}(verteiler|liste|mailingliste|adressliste)|(?<!\b(?:bekomme|bekommen|erhalte|erhalten|kriege|kriegen|kommen|kamen) (?:\w+ ){0,3}|\b(?:habe|haben) (?:\w+ )?)keine (weiteren |weitere )?(e mails?|emails?|mails?|nachrichten|newsletter|sms|werbung)( \w+){0,2} (mehr|zusenden|schicken|senden|erhalten|bekommen)|keine weiteren? (e mails?|emails?|mails?|nachrichten|newsletter|sms)|(schreiben|kontaktieren) sie (mir|mich|uns) (nicht|nie) (mehr|wieder)|schreib(t)? (mir|uns) (nicht|nie) (mehr|wieder)|horen sie auf (mir|mich|uns))\b/,
};

const FRENCH: Language = {
  bare: /\b((desabonne|desinscri[vs]|desabonnez|desinscrivez)[a-z]* (moi|nous)|(me|nous|m en) (desabonner|desinscrire)|souhaite (\w+ ){0,3}(desabonner|desinscrire))\b/,
  all: new RegExp(
    String.raw`\b(ne (plus|souhaite plus|veux plus|desire plus) (\w+ ){0,2}(rien )?(recevoir${OF_MESSAGES}|m ecrire|m envoyer|me contacter|m envoyez)|(retirez|supprimez|enlevez|retirer|supprimer) (moi|mon (adresse|mail|email|numero)) (\w+ ){0,2}(liste|base|fichier|mailing|envois)|((?<=^|\. )(\w+ )?|ne (veux|voulons|souhaite|souhaitons|desire|desirons) )plus (de|d) (mails?|e mails?|emails?|courriels?|messages?|sms|textos?)(?! (que|dans)\b)|(arretez|cessez) de (m ecrire|me contacter|m envoyer|me spammer|m importuner)|ne m (ecrivez|envoyez|contactez) plus|ne me (contactez|ecrivez) plus)\b`,
  ),
};

const SPANISH: Language = {
  bare: /\b(d(ar|en|e|adme|eme|enme|arme|arnos)[a-z]* (\w+ )?de baja|darme de baja|(quiero|deseo|solicito|quisiera) (\w+ ){0,2}baja|cancel(ar|en|e) (\w+ )?suscripcion (al|del|a su|de su) (boletin|newsletter|correos?))\b/,
  all: new RegExp(
    String.raw`\b(no (quiero|deseo) (recibir${OF_MESSAGES}|que me (escriban|envien|manden|contacten)|mas (correos?|mensajes?|emails?))|no me (escriban|envien|manden|contacten) mas|dejen de (escribirme|enviarme|mandarme|contactarme)|(borrenme|eliminenme|quitenme|saquenme|borrame|eliminame|quitame|sacame) de (\w+ ){0,3}(lista|listas|base)|no mas (correos?|mensajes?|emails?|sms))\b`,
  ),
};

const ITALIAN: Language = {
  bare: /\b(disiscriv(etemi|imi|ermi|ete mi)|(vorrei|voglio|desidero) (\w+ ){0,2}(disiscrivermi|cancellarmi|disdire la newsletter)|cancell(atemi|ami)( dalla (newsletter|lista))?)\b/,
  all: new RegExp(
    String.raw`\b(non (voglio|desidero|vorrei) (piu )?ricevere${OF_MESSAGES}|non (mi )?(scrivetemi|scrivermi|contattatemi|mandatemi|inviatemi|scrivete|mandate|inviate|contattate) piu|(rimuov|toglie|cancella)[a-z]+ (\w+ ){0,4}(lista|elenco|mailing)|basta (e mail|email|mail|messaggi|sms)|smett(ete|etela|ila|i) di (scrivermi|mandarmi|inviarmi|contattarmi))\b`,
  ),
};

const PORTUGUESE: Language = {
  bare: /\b((me )?descadastr(ar|em|e|ar me|em me|e me)|(quero|desejo|gostaria de) (\w+ ){0,2}(cancelar (\w+ )?(inscricao|subscricao|newsletter)|descadastrar|sair da lista)|cancel(ar|em|e) (\w+ ){0,2}(inscricao|subscricao))\b/,
  all: new RegExp(
    String.raw`\b(nao (quero|desejo|gostaria de) (mais )?receber${OF_MESSAGES}|nao me (envie|enviem|mande|mandem|contate|contatem|escreva|escrevam) mais|(remov|retir|tir|exclu)[a-z]+( me)? (\w+ ){0,4}(lista|listas|base|mailing)|par(e|em) de (me )?(enviar|mandar|escrever|contatar)|chega de (emails?|e mails?|mensagens))\b`,
  ),
};

const DUTCH: Language = {
  bare: /\b((schrijf|meld) (mij|me|ons) (\w+ ){0,3}(uit|af)|(mij|me|ons) (\w+ ){0,3}(uitschrijven|afmelden|uit te schrijven|af te melden)|graag (\w+ ){0,2}(uitschrijven|afmelden))\b/,
  all: /\b(geen (\w+ )?(e mails?|emails?|mails?|berichten|nieuwsbrieven|sms|smsjes) (\w+ ){0,2}(meer|ontvangen|sturen)|(haal|verwijder) (mij|me|ons) (\w+ ){0,4}(lijst|mailinglijst|bestand)|stop met (mailen|sms en|sturen|berichten))\b/,
};

const NORDIC: Language = {
  bare: /\b((avregistrera|avprenumerera|avanmal|afmeld|frameld|meld) (mig|meg|oss|os)|(meld) (meg|mig) av)\b/,
  all: /\b((inga|ingen|ikke) (fler|flere|mer|mere) (mejl|mail|mails|e post|sms|meddelanden|beskeder|meldinger)|ta bort mig (\w+ ){0,3}(lista|listan|register)|fjern (mig|meg) (\w+ ){0,3}(liste|listen|listene|registeret)|sluta (mejla|smsa|skicka)|(stop|slutt) (med )?(at |a )?(sende|skrive|kontakte))\b/,
};

const POLISH: Language = {
  bare: /\b((prosze o |prosze )?(wypisz|wypiszcie|wypisac|wypisanie) (mnie|nas)?)\b/,
  all: /\b(nie (chce|zycze sobie) (juz |wiecej )*(otrzymywac|dostawac|wiadomosci|maili)|(usun|usuncie|usunac|usuniecie) (mnie|moj (adres|numer)|mojego adresu) (\w+ ){0,3}(listy|bazy)|nie (piszcie|wysylajcie) (\w+ ){0,2}wiecej)\b/,
};

export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
  NORDIC,
  POLISH,
];

/** Before a phrase, or within a bare one: they say that they do not ask for it, or that it happened. */
export const DENIAL =
  /\b(not|never|don t|dont|didn t|did not|why|nicht|nie|niemals|warum|pas|jamais|pourquoi|no|nunca|por que|non|mai|perche|nao|niet|nooit|waarom|inte|aldrig|ikke|nie)\b[^.]*$/;

/** Of a bare wish: it speaks of everything all the same. */
export const EVERYTHING =
  /\b(all|any|anything|everything|every|lists?|database|ever|never|again|alle[nmrs]?|jede[nmrs]?|nie|verteiler|liste|tout|toute|toutes|tous|jamais|todos?|todas?|listas?|nunca|tutt[oeia]|mai|lista|elenco|alles|nooit|lijst|alla|allt|wszystk\w+)\b/;
