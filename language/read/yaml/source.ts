import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import type { Problem } from './problem.ts';
import { referenceFault, type SyntaxFault, syntaxFault } from './syntax-message.ts';

export type Path = readonly (string | number)[];

export interface File {
  /** Relative to the workflows folder, with `/`. */
  path: string;
  text: string;
}

/** A YAML text, its value, and where each part of it is written. */
export interface Source {
  file: string;
  text: string;
  value: unknown;
  /** False when the YAML itself is broken: its value is not to be trusted. */
  sound: boolean;
  /** The value as written at a path. */
  valueAt(path: Path): unknown;
  /** The node at a path. */
  node(path: Path): Node | undefined;
  /** The line, from 1, on which a value starts. */
  line(path: Path): number;
  /** Says what is wrong with the value at `path` (with `key`: with the key that names it). */
  report(path: Path, message: string, key?: boolean): void;
  /** Says what may be a mistake there, and may be meant. */
  warn(path: Path, message: string, key?: boolean): void;
  /** At so many letters into the file. */
  reportAt(offset: number, message: string): void;
  /** At so many letters into a value that stands on one line. */
  reportInside(path: Path, letters: number, message: string, isWarning?: true): void;
}

/** Behind the first fault in its grammar, the parser complains of what is right. */
const worthSaying = (errors: readonly YAMLParseError[]): YAMLParseError[] => {
  const inOrder = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const faults = inOrder.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const first = faults.find(({ code }) => code === 'TAB_AS_INDENT') ?? faults[0];
  return inOrder.filter((error) => (error.code === 'DUPLICATE_KEY' ? !first : error === first));
};

/** The node nearest to a path that does not quite exist. */
const nodeAt = (document: Document, path: Path): Node | undefined => {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return undefined;
};

const keyAt = (document: Document, path: Path): Node | undefined => {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
  return pair && isNode(pair.key) ? pair.key : undefined;
};

/** Aliases that lead nowhere, or repeat each other without end, are what parsing does not find. */
const plainValue = ({ document, text }: Parsed): { value?: unknown; sound: boolean; fault?: SyntaxFault } => {
  const fault = referenceFault(document, text);
  if (fault) return { sound: false, fault };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), sound: true };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { sound: false, fault: { offset: 0, message: REPEATED } };
  }
};

const REPEATED = 'values are taken from one another (`*name`) too often in this file: write them out';

interface Parsed {
  text: string;
  document: Document;
  lines: LineCounter;
}

/** What each file said last: of a folder that is edited and read again, all files but one are as they were. */
const parsedBefore = new Map<string, Parsed>();
const MOST_KEPT = 1000;

const parse = ({ path, text }: File): Parsed => {
  const before = parsedBefore.get(path);
  if (before?.text === text) return before;
  if (parsedBefore.size >= MOST_KEPT) parsedBefore.clear();
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    resolveKnownTags: false,
  });
  const parsed = { text, document, lines };
  parsedBefore.set(path, parsed);
  return parsed;
};

/** Reads YAML; `text` may be blanked outside of it, so that places are those of the whole file. */
export const readYaml = (read: File, problems: Problem[]): Source => {
  const { path: file, text } = read;
  const parsed = parse(read);
  const { document, lines } = parsed;
  const placeOf = (offset: number, letters = 0) => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) + letters };
  };
  const reportAt = (offset: number, message: string, letters = 0, isWarning?: true) => {
    problems.push({ ...placeOf(offset, letters), message, ...(isWarning && { isWarning }) });
  };
  for (const error of worthSaying(document.errors)) {
    const { offset, message } = syntaxFault(error, text, document);
    reportAt(offset, message);
  }
  for (const warning of document.warnings) {
    if (warning.code === 'BAD_ALIAS') continue;
    const { offset, message } = syntaxFault(warning, text, document);
    reportAt(offset, message);
  }
  const node = (path: Path) => nodeAt(document, path);
  const offset = (path: Path, key = false): number =>
    ((key ? keyAt(document, path) : undefined) ?? node(path))?.range?.[0] ?? 0;
  const value = document.errors.length === 0 ? plainValue(parsed) : { sound: false };
  if (value.fault) reportAt(value.fault.offset, value.fault.message);
  return {
    file,
    text,
    value: value.value,
    sound: value.sound,
    valueAt: (path) => {
      const node = document.getIn(path, true);
      return isNode(node) ? node.toJS(document) : node;
    },
    node,
    line: (path) => lines.linePos(offset(path)).line,
    report: (path, message, key) => reportAt(offset(path, key), message),
    warn: (path, message, key) => problems.push({ ...placeOf(offset(path, key)), message, isWarning: true }),
    reportAt: (offset, message) => reportAt(offset, message),
    reportInside: (path, letters, message, isWarning) => reportAt(offset(path), message, letters, isWarning),
  };
};
