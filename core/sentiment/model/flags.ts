/** What stands in a sentence, a bit each. */
const YOU = 1;
const ME = 2;
export const THEY = 4;
export const NOT = 8;
const NONE = 16;
export const DID_NOT = 32;
export const PAST = 64;
const AGREED = 128;
export const WILL = 256;
export const ASKS = 512;
const NUMBER = 1024;
const WHEN = 2048;
const STILL = 4096;
const NTH = 8192;
const BUT = 16384;
export const QUESTION = 32768;

/** Who a sentence is about, of those who write and are written to. */
export const YOU_AND_ME = YOU | ME;

/** What makes a kind of sentence another when it is in it. */
export const BESIDE = [NONE, AGREED, NUMBER, WHEN, STILL, NTH, BUT];

const FLAGS = new Map([
  ['you', YOU],
  ['me', ME],
  ['they', THEY],
  ['not', NOT],
  ['none', NONE | DID_NOT],
  ['didNot', DID_NOT],
  ['past', PAST],
  ['was', PAST],
  ['agreed', AGREED | PAST],
  ['will', WILL],
  ['asks', ASKS],
  ['number', NUMBER],
  ['when', WHEN],
  ['still', STILL],
  ['nth', NTH],
  ['but', BUT],
]);

/** What a word of a role tells of its sentence. */
export const flagsOf = (role: string): number => FLAGS.get(role) ?? 0;
