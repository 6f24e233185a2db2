import { languageOf } from '../../catalogue/locale.ts';
import { plainWords } from './plain-words.ts';

/** How copy of one language asks for a reply, and what says that it does not. Over words in small letters, one blank between. */
interface Asking {
  asks: readonly RegExp[];
  /** Before it, in the same part of a sentence. */
  denies: RegExp;
}

const MAIL = '(?:e-?mail|mail|message|text|letter|sms)';

/** Where an imperative stands: at the beginning of a sentence or its part, or after such words. */
const STARTS = String.raw`(?:^|[.!?:;,(“"„«–—] ?|\b(?:just|simply|please|or|can|may|could|also|instead|always|directly|either|then) )`;

const LANGUAGES: Readonly<Record<string, Asking>> = {
  en: {
    asks: [
      new RegExp(String.raw`(?<=${STARTS})reply\b(?! (?:not|never)\b)`, 'u'),
      /\ba (?:quick |short |simple |one-word )?reply (?:with|to|by|is enough|will do|does it|reaches|answers)\b/u,
      /\b(?:your|any) reply (?:to this|reaches|goes to|comes to|is read)\b/u,
      /\b(?:hit|press|tap|click|use) (?:on )?["“']?reply\b/u,
      /\b(?:by|before) replying\b|\breplying (?:to this|with|here)\b/u,
      /\b(?:free|like|want|wish|need|only have|just have) to reply\b/u,
      /(?<!\b(?:we|we'll|they|will|i|i'll|who) )\b(?:write|mail|text|message) (?:us )?(?:right |straight )?back\b/u,
      new RegExp(String.raw`\b(?:answer|respond to|reply to) this ${MAIL}\b`, 'u'),
    ],
    denies: /\b(?:not|never|cannot|no need|nobody|without)\b|n't\b/u,
  },
  de: {
    asks: [
      /(?<![\p{L}])antworten sie\b/u,
      /(?:^|[.!?:;,(“"„–—] ?|\b(?:einfach|bitte|oder|gern|gerne|kurz) )antworte(?:t)?(?![\p{L}])/u,
      /\b(?:einfach|kurz|direkt|gern|gerne|hier|zum|auf diese (?:e-?mail|mail|nachricht|sms)|mit (?:einer zahl|der zahl|einem wort))(?: [\p{L}-]+){0,2} (?:zu )?(?:antworten|beantworten)\b/u,
      /\bantworten auf diese (?:e-?mail|mail|nachricht|sms)\b|\bbeantworten sie diese\b/u,
      /\b(?:eine|ihre|deine) (?:kurze |einfache )?antwort (?:auf diese|mit|per|genügt|reicht|erreicht|geht an|landet)(?![\p{L}])/u,
      /\bschreib(?:en sie|t)? (?:uns )?(?:einfach |kurz |gern |gerne )?zurück(?![\p{L}])/u,
    ],
    denies: /(?<![\p{L}])(?:nicht|nie|niemals|kein|keine|keinen|niemand|ohne|wir|werden)(?![\p{L}])/u,
  },
  fr: {
    asks: [
      /(?<![\p{L}])(?:répondez|réponds|répondez-nous|réponds-nous)(?![\p{L}])/u,
      /(?<![\p{L}])(?:répondre|répondant) (?:simplement |directement )?(?:à ce|à cet|ici|par|avec)(?![\p{L}])/u,
      /(?<![\p{L}])(?:une|votre|ta) (?:simple |brève )?réponse (?:à ce|à cet|avec|suffit|arrive|parvient)(?![\p{L}])/u,
    ],
    denies: /(?<![\p{L}])(?:ne|n'|pas|jamais|inutile|sans|nous)(?![\p{L}])/u,
  },
  es: {
    asks: [
      /(?<![\p{L}])(?:responda|responde|respondan|conteste|contesta|respóndanos|respóndenos)(?: simplemente| directamente| sin más)? (?:a este|a esta|al|con|aquí|por)(?![\p{L}])/u,
      /(?<![\p{L}])(?:respond|contest)(?:er|ar|iendo|ando) (?:a este|a esta|con|aquí)(?![\p{L}])/u,
      /(?<![\p{L}])(?:una|su|tu) respuesta (?:a este|a esta|con|basta|llega)(?![\p{L}])/u,
    ],
    denies: /(?<![\p{L}])(?:no|nunca|sin|nadie)(?![\p{L}])/u,
  },
  nl: {
    asks: [
      /(?<![\p{L}])(?:antwoord|reageer|beantwoord)(?: gewoon| simpelweg| direct| gerust)? (?:op|met|hier|deze|dit)(?![\p{L}])/u,
      /(?<![\p{L}])op (?:deze|dit) (?:e-?mail|mail|bericht|sms)(?: [\p{L}]+){0,2} (?:te )?(?:antwoorden|reageren)(?![\p{L}])/u,
      /(?<![\p{L}])(?:een|uw|je) (?:kort )?antwoord (?:met|op dit|op deze|volstaat|is genoeg|komt bij)(?![\p{L}])/u,
    ],
    denies: /(?<![\p{L}])(?:niet|nooit|geen|niemand|zonder|wij|we)(?![\p{L}])/u,
  },
  pt: {
    asks: [
      /(?<![\p{L}])(?:responda|responde|respondam)(?: simplesmente| diretamente)? (?:a este|a esta|ao|com|aqui|por)(?![\p{L}])/u,
      /(?<![\p{L}])respond(?:er|endo) (?:a este|a esta|com|aqui)(?![\p{L}])/u,
      /(?<![\p{L}])(?:uma|a sua|sua|tua) resposta (?:a este|a esta|com|basta|chega)(?![\p{L}])/u,
    ],
    denies: /(?<![\p{L}])(?:não|nunca|sem|ninguém)(?![\p{L}])/u,
  },
  it: {
    asks: [
      /(?<![\p{L}])(?:rispond[aie]|rispondete)(?: semplicemente| direttamente| pure)? (?:a questa|a questo|con|qui|via)(?![\p{L}])/u,
      /(?<![\p{L}])rispond(?:ere|endo) (?:a questa|a questo|con|qui)(?![\p{L}])/u,
      /(?<![\p{L}])(?:una|la sua|la tua) risposta (?:a questa|a questo|con|basta|arriva)(?![\p{L}])/u,
    ],
    denies: /(?<![\p{L}])(?:non|mai|senza|nessuno)(?![\p{L}])/u,
  },
};

export interface FoundAsking {
  /** As it is read, in small letters. */
  words: string;
  offset: number;
}

/** The part of a sentence that ends here. */
const partBefore = (text: string, end: number): string =>
  text
    .slice(0, end)
    .split(/[.!?:;,]/)
    .at(-1) ?? '';

const rest = (text: string, from: number): string =>
  /^[^.!?:;]{0,40}(?![\p{L}\p{N}])/u.exec(text.slice(from))?.[0] ?? '';

/** Where a text asks its reader to reply: in its own language, and where that is not said in any. */
export const asksToReply = (text: string, locale: string | undefined): FoundAsking | undefined => {
  const { text: plain, places } = plainWords(text);
  for (const [language, { asks, denies }] of Object.entries(LANGUAGES)) {
    if (locale !== undefined && languageOf(locale) !== language) continue;
    for (const pattern of asks)
      for (const { 0: match, index } of plain.matchAll(new RegExp(pattern, 'gu'))) {
        const end = index + match.length;
        // Romance and German denials may stand behind it: "répondez pas", "antworten Sie nicht".
        const isDenied =
          denies.test(partBefore(plain, end)) || /^ (?:bitte )?(?:pas|nicht|niet)(?![\p{L}])/u.test(rest(plain, end));
        if (!isDenied) return { words: `${match}${rest(plain, end)}`.trim(), offset: places[index] ?? 0 };
      }
  }
  return undefined;
};
