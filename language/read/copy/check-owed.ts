import { isWork } from '../../catalogue/channel.ts';
import type { Purpose } from '../../catalogue/kind.ts';
import { isSocial, isTransactional } from '../../catalogue/purpose.ts';
import type { Use } from '../journeys/flow-state.ts';
import { readLiquid } from './liquid.ts';
import type { MomentFile } from './moments.ts';
import { type FoundWords, type WordList, wordsListed } from './word-list.ts';

/** Not the transaction itself, but whose and when. */
const ANYBODYS = ['at', 'customerId'];

/**
 * Little may keep transactions and care from a customer, so their copy is read: no offers, no urgency, no win-back, and a
 * transaction prints what it is about. A moment may be excused, with a reason that stands in the journal.
 */
export const checkOwed = (
  file: MomentFile,
  purposes: ReadonlySet<Purpose>,
  uses: readonly Use[],
  list: WordList,
): void => {
  const { moment, front, whole } = file;
  const owed = [...purposes].filter((purpose) => !isSocial(purpose));
  const [purpose] = owed;
  if (!whole || isWork(moment.channels)) return;
  const excused: string[] = [];
  const report: Say = moment.excused === undefined ? sayIn(file) : (_, message) => void excused.push(message);
  if (purpose) {
    checkWords(file, purpose, uses, list, report);
    if (owed.some(isTransactional) && !printsTransaction(file, uses)) report('front', TRANSACTION);
  }
  if (moment.excused !== undefined && excused.length === 0)
    front.report(['excused'], 'there is nothing here that has to be excused: leave this out', true);
};

const TRANSACTION =
  'a transactional moment confirms a transaction: print a field of the event that says which, such as {{ event.orderId }}, make it another purpose, or say why not under `excused`';

type Say = (where: 'front' | { part: MomentFile['parts'][number]; offset: number } | Use, message: string) => void;

const sayIn =
  ({ front }: MomentFile): Say =>
  (where, message) => {
    if (where === 'front') front.report(['moment'], message);
    else if ('part' in where) where.part.report(where.offset, message);
    else where.file.source.report([...where.path, 'with'], message);
  };

const messageFor = ({ words, entry, language }: FoundWords, purpose: Purpose): string =>
  `\`${words.trim()}\` does not belong into ${purpose} copy (policy.yaml has \`${entry}\` under \`copy.notInCare.${language}\`): leave it out, make this relationship or promotional, or say why under \`excused\``;

const checkWords = (
  { moment, parts }: MomentFile,
  purpose: Purpose,
  uses: readonly Use[],
  list: WordList,
  say: Say,
): void => {
  for (const part of parts.filter(({ name }) => name !== 'because')) {
    const words = wordsListed(part.text, part.locale, list);
    if (words) say({ part, offset: words.offset }, messageFor(words, purpose));
  }
  for (const use of uses.filter(({ moment: sent }) => sent === moment.id))
    for (const { literal } of use.withValues.values()) {
      const words = typeof literal === 'string' ? wordsListed(literal, undefined, list) : undefined;
      if (words) say(use, messageFor(words, purpose));
    }
};

/** A field of the event, read by the copy itself or given by each step. */
const printsTransaction = ({ parts }: MomentFile, uses: readonly Use[]): boolean =>
  parts
    .filter(({ name }) => name !== 'because')
    .flatMap(({ text }) => readLiquid(text).readings)
    .some(
      ({ root, name, printed }) =>
        printed &&
        ((root === 'event' && !ANYBODYS.includes(name)) ||
          (root === 'with' && uses.some(({ withValues }) => (withValues.get(name)?.provenance.length ?? 0) > 0))),
    );
