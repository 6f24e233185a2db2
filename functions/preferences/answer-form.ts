import type { Context } from 'hono';
import { html } from 'hono/html';
import type { PageWord } from '../../language/catalogue/page-words/page-words.ts';
import type { PreferencesDeps } from './deps.ts';
import type { Html } from './layout.ts';

/** So often is looked whether what was published stands, before the form is answered itself. */
const LOOKS = 4;

/** What a page may say of what was just done there. */
const DONE = [
  'common.saved',
  'common.unchanged',
  'preferences.paused',
  'preferences.resumed',
  'preferences.count-stopped',
  'preferences.count-started',
  'known.changed',
  'known.removed',
  'known.disputed',
  'known.theme-gone',
  'answer.given',
] as const satisfies PageWord[];
export type DoneWord = (typeof DONE)[number];

/** What the address asks the page to say: only ours, and nothing of whoever it is about. */
export const doneIn = (c: Context): DoneWord | undefined => DONE.find((word) => word === c.req.query('done'));

/** What a page says was sent goes with its form: it may not be heard yet, and then what stands is what was before. */
export const sentBefore = (value: string | undefined): Html | string =>
  value === undefined ? '' : html`<input type="hidden" name="sent" value="${value}">`;

/** Whether a form says what stands already, so that there is nothing to tell. */
export const standsAlready = (answer: string, sent: unknown, standing: string | undefined): boolean =>
  answer === standing && (sent === undefined || sent === answer);

interface FormAnswer {
  /** The page as it will stand. */
  page: Html;
  /** The same as it stands now. */
  look: () => Promise<Html>;
  /** Of the address that shows it. */
  query: Record<string, string>;
}

/**
 * Answers a form that was taken by leading to its page, once that stands so: whoever goes back to a form that was answered itself gets
 * an error of the browser. Where it takes longer, it is answered itself: the page would show what was.
 */
export const answerForm = async (deps: PreferencesDeps, c: Context, { page, look, query }: FormAnswer) => {
  const expected = String(page);
  for (let turn = 0; turn < LOOKS; turn++) {
    if (String(await look()) === expected)
      return c.redirect(`${c.req.param('token')}?${new URLSearchParams(query)}`, 303);
    await deps.pause();
  }
  return c.html(page);
};
