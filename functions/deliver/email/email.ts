import type { Purpose } from '../../../language/catalogue/kind.ts';
import { isSocial } from '../../../language/catalogue/purpose.ts';
import type { Speech } from '../../shared/speech.ts';
import type { Rendered } from '../copy/render.ts';
import { type AskedInEmail, answersHtml, answersText } from './answers.ts';
import { escapeHtml, type Footer, layout } from './layout.ts';

export interface EmailInput {
  rendered: Rendered;
  purpose: Purpose;
  /** What one unsubscribes from, by the name that it has where nothing says it in the customer's language. */
  topic?: { id: string; called: string };
  /** Public addresses with their tokens; `why` leads to the decision behind this message. */
  links: { preferences: string; unsubscribe: string; why?: string };
  /** Name, and the postal address where the law asks for one. */
  sender: { name: string; postal?: string };
  /** What is answered in one tap: buttons below the copy. */
  ask?: AskedInEmail;
  /** In which the footer says where its links lead; chosen when somebody reads it. */
  speech: () => Pick<Speech, 'say' | 'name' | 'locale'>;
}

export interface Email {
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

const PREVIEW = 110;

/**
 * The way out as mail clients offer it: RFC 2369, and one click by RFC 8058. A receipt or a notice of an outage would come
 * all the same, so there is none from those.
 */
const headersOf = ({ purpose, links }: EmailInput): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(isSocial(purpose) && {
    'List-Unsubscribe': `<${links.unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
});

const footerOf = ({ rendered, purpose, topic, links, sender, speech }: EmailInput): Footer => {
  const { say, name, locale } = speech();
  const leave = topic
    ? say('footer.unsubscribe-from', { topic: name('topic', topic.id, topic.called) })
    : say('footer.unsubscribe');
  return {
    because: rendered.because,
    links: [
      ...(links.why ? [{ label: say('footer.why'), url: links.why }] : []),
      { label: say('common.preferences'), url: links.preferences },
      ...(isSocial(purpose) ? [{ label: leave, url: links.unsubscribe }] : []),
    ],
    linksLocale: locale,
    sender,
  };
};

const footerText = ({ because, links, sender }: Footer): string =>
  [
    because,
    ...links.map(({ label, url }) => `${label}${label.endsWith('?') ? '' : ':'} ${url}`),
    '',
    sender.name,
    sender.postal ?? '',
  ]
    .join('\n')
    .trim();

/** The first words, cut between two of them, as the preview. */
const previewOf = (text: string): string => {
  const line = text
    .replace(/ \(https?:\S+\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= PREVIEW ? line : `${line.slice(0, PREVIEW).replace(/\s+\S*$/, '')}…`;
};

/** A rendered moment as an email: one layout, a text part that says the same, and the headers that let people leave. Both parts are written when somebody reads them. */
export const composeEmail = (input: EmailInput): Email => {
  const { rendered } = input;
  const { subject, locale } = rendered;
  return {
    subject,
    get html() {
      const copy = rendered.html ?? `<p>${escapeHtml(rendered.text)}</p>`;
      const body = input.ask ? `${copy}\n${answersHtml(input.ask)}` : copy;
      const preheader = rendered.preheader ?? previewOf(rendered.text);
      return layout({ subject, preheader, body, locale, footer: footerOf(input) });
    },
    get text() {
      // "-- " and a line break set a footer apart: clients grey it, and leave it out of replies.
      const copy = input.ask ? `${rendered.text}\n\n${answersText(input.ask)}` : rendered.text;
      return `${copy}\n\n-- \n${footerText(footerOf(input))}\n`;
    },
    headers: headersOf(input),
  };
};
