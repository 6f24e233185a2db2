import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { readText } from '../../../core/sentiment/text.embedded.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { daysOfQuiet, type Engine, type Happening } from '../../support/days-of-quiet.ts';

/** What reads and decides in a checkout of this project. */
export interface Tree extends Engine {
  readText: typeof readText;
  catalogue: Catalogue;
}

const T0 = Date.parse('2026-03-02T10:00:00Z');
const SOLVED_AFTER = 6 * HOUR;
/** As events.yaml has it. */
const WEIGHT = 0.5;

/** This checkout, or that of another commit, such as one before a change. */
export const treeAt = async (folder: string): Promise<Tree> => {
  const from = (path: string) => import(pathToFileURL(join(folder, path)).href);
  const { reduce }: Pick<Engine, 'reduce'> = await from('core/customer/reduce.ts');
  // Where it was before it had a file of its own.
  const { emptyCustomer }: Pick<Engine, 'emptyCustomer'> = await from('core/customer/model/empty-customer.ts').catch(
    () => from('core/customer/model/state.ts'),
  );
  const { readText }: Pick<Tree, 'readText'> = await from('core/sentiment/text.embedded.ts');
  const { loadProject }: { loadProject: (path: string) => Promise<{ catalogue: Catalogue }> } =
    await from('simulator/project.ts');
  const { catalogue } = await loadProject(join(folder, 'workflows'));
  return { reduce, emptyCustomer, readText, catalogue };
};

/** Days of negative mood in all that a text costs as a ticket, solved after six hours or never. */
const daysFor = (text: string, isSolved: boolean, { readText, catalogue, ...engine }: Tree): Promise<number> => {
  const { mood, value, because } = readText(text);
  const opened: Happening = {
    at: T0,
    type: 'support.ticket_opened',
    fields: { ticketId: 't1', subject: 'Help' },
    signals: mood === 'unknown' ? [] : [{ value, weight: WEIGHT, because, of: 'text' }],
  };
  const solved: Happening = { at: T0 + SOLVED_AFTER, type: 'support.ticket_resolved', fields: { ticketId: 't1' } };
  return daysOfQuiet(isSolved ? [opened, solved] : [opened], catalogue, engine);
};

/** The mean over texts. */
export const ticketDays = async (texts: string[], isSolved: boolean, tree: Tree): Promise<number> => {
  let days = 0;
  for (const text of texts) days += await daysFor(text, isSolved, tree);
  return days / texts.length;
};
