/**
 * Prints how many days of negative mood a message costs as a ticket, on average:
 *   npx node test/bench/quiet/main.ts [--data folder] [--tree folder]
 * `--data` has Banking77 (moods/banking77-train.jsonl), of which each tenth question is taken, those that no model learned from.
 * `--tree` is another checkout of this project, such as one before a change:
 *   git worktree add ../before d76e3e3 && cp -al node_modules ../before && npx node test/bench/quiet/main.ts --tree ../before
 */
import { parseArgs } from 'node:util';
import { plainRequests, praiseIn, readHeldOut } from '../../core/sentiment/held-out.ts';
import { bankingQuestions } from '../public-texts.ts';
import { ticketDays, treeAt } from './tickets.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, tree: { type: 'string', default: '.' } } });

const tree = await treeAt(values.tree);
const english = readHeldOut('en');
const textsOf = (some: { text: string }[]): string[] => some.map(({ text }) => text);
const sets: [name: string, texts: string[]][] = [
  ['questions to a bank (Banking77)', bankingQuestions(values.data) ?? []],
  ['plain requests', textsOf(plainRequests(english))],
  ['neither unhappy nor happy', textsOf(english.filter(({ label }) => label === 'neutral'))],
  ['unhappy', textsOf(english.filter(({ label }) => label === 'negative'))],
  ['praise', textsOf(praiseIn(english))],
];
for (const [name, texts] of sets) {
  if (texts.length === 0) {
    console.log(`${name}: not in ${values.data ?? 'a folder given by --data'}, left out`);
    continue;
  }
  const [solved, open] = [await ticketDays(texts, true, tree), await ticketDays(texts, false, tree)];
  const days = `${solved.toFixed(2)} days solved after six hours, ${open.toFixed(2)} never solved`;
  console.log(`${name.padEnd(34)} ${String(texts.length).padStart(5)} texts  ${days}`);
}
