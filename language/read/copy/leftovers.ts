import type { Part } from './moment-text.ts';
import { withoutLiquid } from './without-liquid.ts';

interface Leftover {
  pattern: RegExp;
  message: (match: string) => string;
}

const OTHER_TOOL = (match: string) =>
  `\`${match}\` is how another tool prints a fact, and customers would read it as it stands: write such as \`{{ customer.firstName }}\``;
const NOTE = (match: string) =>
  `\`${match}\` is a note to ourselves, and customers would read it: do it, or put it between {% comment %} and {% endcomment %}`;
const RUBBISH = (match: string) =>
  `\`${match}\` is what a wrong encoding made of another sign: write the sign anew, and save the file as UTF-8`;

const LEFTOVERS: Leftover[] = [
  { pattern: /[$#]\{[^}\n]*\}?/g, message: OTHER_TOOL },
  { pattern: /%%[^%\n]+%%|%[A-Z][A-Z0-9_]+%/g, message: OTHER_TOOL },
  { pattern: /\*\|[^|\n]+\|\*/g, message: OTHER_TOOL },
  { pattern: /<%[^%\n]*%>|\[\[[^\]\n]+\]\]|<<[A-Za-z]\w*>>/g, message: OTHER_TOOL },
  // In Spanish and Portuguese it is a word, which stands among others in capitals.
  { pattern: /\b(TODO(?!\s+\p{Lu}{2})|FIXME|TBD|XXX+)\b/gu, message: NOTE },
  { pattern: /\blorem ipsum\b/gi, message: NOTE },
  { pattern: /\[(?:insert |your )[^\]\n]+\](?!\()/gi, message: NOTE },
  { pattern: /\uFFFD|Ã[\u0080-\u00BF]|â€[\u0098-\u009D™œ“”˜¦]|Â[\u00A0-\u00BF]/g, message: RUBBISH },
];

const LOOKS = /(?<=\))\{\s*(?:\.button|width=["']?\d{1,4}(?:px)?["']?)\s*\}/g;

const ofBrace = (text: string, at: number): string => {
  const rest = text.slice(at);
  const [look] = /^\{\s*[.#\w][^}\n]*[=.][^}\n]*\}|^\{\s*[.#][\w-]+\s*\}/.exec(rest) ?? [];
  if (look !== undefined && /[.#=]/.test(look) && /^\{\s*([.#]|\w+=)/.test(look))
    return `\`${look}\`: directly behind a link may stand \`{.button}\`, behind an image such as \`{width=300}\`, and nothing else`;
  const [, apart] = /^\{\s+([{%])/.exec(rest) ?? [];
  if (apart !== undefined)
    return `\`{ ${apart}\`: no blank stands between them, write \`{${apart}\` and \`${apart === '{' ? '}' : '%'}}\``;
  const [name, fact = ''] = /^\{\s*([\w.]+)\s*\}/.exec(rest) ?? [];
  if (name !== undefined)
    return `\`${name}\`: facts are printed by two braces, such as \`{{ ${fact.includes('.') ? fact : 'customer.firstName'} }}\`; a brace to be read goes between {% raw %} and {% endraw %}`;
  return `a brace \`${text[at]}\` that belongs to nothing: write \`{{\` and \`}}\` around a fact, \`{%\` and \`%}\` around a tag, or {% raw %} and {% endraw %} around braces to be read`;
};

const blank = (match: string): string => ' '.repeat(match.length);

/** What was left in a text by other tools, by somebody who had not finished, or by a wrong encoding. */
export const reportLeftovers = ({ text: whole, report }: Part): void => {
  let text = withoutLiquid(whole).replace(LOOKS, blank);
  for (const { pattern, message } of LEFTOVERS) {
    for (const { index, 0: match } of text.matchAll(pattern)) report(index, message(match));
    text = text.replace(pattern, blank);
  }
  for (const { index } of text.matchAll(/\{+|\}+/g)) {
    report(index, ofBrace(text, index));
    // One brace without its other says all.
    return;
  }
};

/** A fact that is named, and not printed: `customer.firstName` without its braces. */
export const reportBareNames = ({ text, report }: Part, names: ReadonlySet<string>): void => {
  for (const { index, 0: name } of withoutLiquid(text).matchAll(
    /(?<![\w/@.{-]|\{\s*|\[\[\s*|<%=?\s*)(?:event|customer|with)\.[A-Za-z_]\w*(?![\w/@-]|\.\w)/g,
  ))
    if (names.has(name)) report(index, `\`${name}\` would be read as it stands: write \`{{ ${name} }}\``);
};
