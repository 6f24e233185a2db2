import type { Ask } from '../channel.ts';
import { escapeHtml } from './layout.ts';

/** `meaning`: what the lowest and the highest answer mean, in a line. */
export type AskedInEmail = Ask & { meaning: string | undefined };

const spokenAs = ({ label, means }: Ask['choices'][number]): string =>
  means === undefined ? label : `${label} (${means})`;

/** A link for each answer, as wide as a thumb, that says by itself what it means. */
export const answersHtml = ({ meaning, choices }: AskedInEmail): string => {
  const buttons = choices.map(
    (choice) =>
      `<a class="button answer" href="${escapeHtml(choice.url)}" aria-label="${escapeHtml(spokenAs(choice))}">${escapeHtml(choice.label)}</a>`,
  );
  return [
    ...(meaning === undefined ? [] : [`<p class="meaning">${escapeHtml(meaning)}</p>`]),
    `<p class="answers">${buttons.join('\n')}</p>`,
  ].join('\n');
};

/** The same for who reads no HTML: a line for each answer. */
export const answersText = ({ choices }: AskedInEmail): string =>
  choices.map((choice) => `${spokenAs(choice)}: ${choice.url}`).join('\n');
