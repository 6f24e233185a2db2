import {
  CaseTag,
  CommentTag,
  ForTag,
  IfTag,
  InlineCommentTag,
  Output,
  RawTag,
  type Template,
  type Token,
  TypeGuards,
  UnlessTag,
  type Value,
} from 'liquidjs';
import { wrongBrackets } from './liquid-brackets.ts';
import { type Comparison, comparisonOf, comparisonsIn } from './liquid-comparison.ts';
import {
  type Fault,
  faultOf,
  filteredTest,
  fullElses,
  outputFault,
  questionMarks,
  quoteMessage,
  TAGS,
  unreadMessage,
} from './liquid-fault.ts';
import { argumentsOf, createParser, type Filtered, filterFault, literalOf, whyUnfiltered } from './liquid-filters.ts';
import { guardsOf } from './liquid-guard.ts';
import { isOfLoop, type Loops, NO_LOOPS, nameOf } from './liquid-name.ts';
import { SIGNATURES } from './liquid-signatures.ts';

/** A place in copy where a fact is read. `root`: `event`, `customer` or `with`. */
export interface Reading extends Filtered {
  name: string;
  /** Of a thing in that list: its field. */
  field?: string;
  /** As it is written: `item.price`. */
  full: string;
  /** A loop goes through it. */
  looped?: true;
  offset: number;
  /** It is put out, not only asked about. */
  printed: boolean;
  /** What is missing here does no harm: it was asked about, or has a default. */
  guarded: boolean;
}

export interface Copy {
  readings: Reading[];
  comparisons: Comparison[];
  faults: Fault[];
}

const engine = createParser();

/** Everything that a piece of copy reads, and what is wrong with it by itself. */
export const readLiquid = (text: string): Copy => {
  const copy: Copy = {
    readings: [],
    comparisons: [],
    faults: [...wrongBrackets(text), ...fullElses(text), ...questionMarks(text)],
  };
  if (copy.faults.length > 0) return copy;
  try {
    visitAll(engine.parse(text), { guards: new Set(), loops: NO_LOOPS }, copy);
  } catch (error) {
    copy.faults.push(faultOf(error, text, Object.keys(engine.filters)));
  }
  return copy;
};

type Guards = ReadonlySet<string>;

/** What is known at a place in copy: facts that are surely there, and the loops around it. */
interface At {
  guards: Guards;
  loops: Loops;
}

const visitAll = (templates: readonly Template[] | undefined, at: At, copy: Copy): void => {
  for (const template of templates ?? []) visit(template, at, copy);
};

/** Texts in quotes; the other half of one that holds `}}` may be missing. */
const WHOLE_TEXTS = /"((?!\}\})[^"])*"|'((?!\}\})[^'])*'/g;

const visit = (template: Template, at: At, copy: Copy): void => {
  if (template instanceof Output && template.token.getText().replaceAll(WHOLE_TEXTS, '').includes('{{', 2))
    copy.faults.push(outputFault(template.token.input, template.token.begin));
  else if (template instanceof Output) visitValue(template.value, at, copy, true);
  else if (template instanceof IfTag || template instanceof UnlessTag) visitIf(template, at, copy);
  else if (template instanceof CaseTag) visitCase(template, at, copy);
  else if (template instanceof ForTag) visitFor(template, at, copy);
  else if (template.token.kind === TAG && !QUIET.some((kind) => template instanceof kind)) refuse(template, copy);
};

const TAG = 4;
const QUIET = [CommentTag, InlineCommentTag, RawTag];

const refuse = ({ token }: Template, copy: Copy): void => {
  const name = 'name' in token ? String(token.name) : 'this';
  copy.faults.push({ offset: token.begin, message: `\`{% ${name} %}\` is not for copy: there is ${TAGS.join(', ')}` });
};

const visitValue = ({ initial, filters }: Value, at: At, copy: Copy, printed: boolean): void => {
  const names = filters.map(({ name }) => name);
  const hasDefault = names.includes('default');
  const offset = initial.postfix[0]?.begin ?? 0;
  const report = (message: string | undefined) => message && copy.faults.push({ offset, message });
  for (const token of initial.postfix) {
    read(token, copy, { printed, at, hasDefault, filters: names });
    report(whyLiteralUnfiltered(names, token));
  }
  const operator = initial.postfix.find((token) => TypeGuards.isOperatorToken(token))?.operator;
  if (printed && operator !== undefined)
    report(
      `this would print \`true\` or \`false\`: ${operator === 'or' ? 'what stands where nothing is there is written `| default: "…"`' : 'ask it by `{% if … %}`'}`,
    );
  else if (!isWhole(initial.postfix))
    report('something is missing here, or too much: values are compared by such as `==`, and joined by `and` or `or`');
  copy.comparisons.push(...comparisonsIn(initial.postfix, sideIn(at)));
  for (const [place, filter] of filters.entries()) {
    report(filterFault(filter));
    // What stands in for a missing value goes through the rest.
    const rest = filter.name === 'default' ? names.slice(place + 1) : [];
    for (const [index, argument] of argumentsOf(filter).entries()) {
      read(argument, copy, { printed, at, filters: rest, ...behind(filter.name, index) });
      report(whyLiteralUnfiltered(rest, argument));
    }
    for (const [, argument] of filter.args.filter((each) => Array.isArray(each))) read(argument, copy, { printed, at });
  }
};

/** What a test may compare: an empty text asks whether something is there. */
const sideIn =
  ({ loops }: At) =>
  (token: Token) => {
    const literal = literalOf(token);
    return literal?.literal === '' ? undefined : (literal ?? nameOf(token, loops));
  };

/** Whether what stands there comes to one value; the parser takes `a ==` and `a b` too. */
const isWhole = (postfix: readonly Token[]): boolean => {
  let values = 0;
  for (const token of postfix) {
    const operands = TypeGuards.isOperatorToken(token) ? (token.operator === 'not' ? 1 : 2) : 0;
    if (values < operands) return false;
    values += 1 - operands;
  }
  return values <= 1;
};

const whyLiteralUnfiltered = (filters: readonly string[], token: Token): string | undefined => {
  const literal = literalOf(token);
  return literal && whyUnfiltered(filters, '', literal);
};

const behind = (filter: string, place: number): Pick<Filtered, 'behind'> => {
  if (filter === 'money') return { behind: { filter, takes: 'currency' } };
  return SIGNATURES.get(filter)?.behind[place] === 'number' ? { behind: { filter, takes: 'number' } } : {};
};

const visitIf = (tag: IfTag | UnlessTag, at: At, copy: Copy): void => {
  const { loops } = at;
  let after = at.guards;
  for (const [place, { value, templates }] of tag.branches.entries()) {
    const filtered = value.filters.length > 0 && filteredTest(tag.token.input, value.initial.postfix[0]?.begin ?? 0);
    if (filtered) copy.faults.push(filtered);
    else visitValue(value, { guards: after, loops }, copy, false);
    const { yes, no } = guardsOf(value.initial.postfix, loops);
    const turned = tag instanceof UnlessTag && place === 0;
    visitAll(templates, { guards: new Set([...after, ...(turned ? no : yes)]), loops }, copy);
    after = new Set([...after, ...(turned ? yes : no)]);
  }
  visitAll(tag.elseTemplates, { guards: after, loops }, copy);
};

const visitCase = (tag: CaseTag, at: At, copy: Copy): void => {
  const { guards, loops } = at;
  visitValue(tag.value, at, copy, false);
  const { initial, filters } = tag.value;
  const names = initial.postfix.flatMap((token) => nameOf(token, loops)?.full ?? []);
  const [subject] = filters.length === 0 && initial.postfix.length === 1 ? initial.postfix : [];
  for (const { values, templates } of tag.branches) {
    for (const token of values) {
      read(token, copy, { printed: false, at });
      if (subject) copy.comparisons.push(...comparisonOf('==', subject, token, sideIn(at)));
    }
    visitAll(templates, { guards: new Set([...guards, ...names]), loops }, copy);
  }
  visitAll(tag.elseTemplates, at, copy);
};

/** `{% for item in event.items %}`: what is missing has no things, and nothing is said. */
const visitFor = (tag: ForTag, at: At, copy: Copy): void => {
  const collection = 'initial' in tag.collection ? undefined : tag.collection;
  const list = collection && nameOf(collection, NO_LOOPS);
  const { variable } = tag;
  if (list?.root !== 'event') {
    const message = `\`${collection?.getText() ?? 'this'}\`: a loop goes through a list of the event, as \`{% for item in event.items %}\``;
    copy.faults.push({ offset: tag.token.begin, message });
    return;
  }
  if (['event', 'customer', 'with', 'gesture', 'forloop'].includes(variable))
    copy.faults.push({
      offset: tag.token.begin,
      message: `\`${variable}\` is taken: call each thing such as \`item\``,
    });
  read(collection, copy, { printed: false, at, looped: true });
  visitAll(tag.templates, { guards: at.guards, loops: new Map([...at.loops, [variable, list]]) }, copy);
  visitAll(tag.elseTemplates, at, copy);
};

interface How {
  printed: boolean;
  at: At;
  looped?: true;
  hasDefault?: boolean;
  filters?: readonly string[];
  behind?: Filtered['behind'];
}

const read = (token: Token | undefined, copy: Copy, how: How): void => {
  if (token && TypeGuards.isQuotedToken(token) && !/^(["']).*\1$/s.test(token.getText()))
    copy.faults.push({ offset: token.begin, message: quoteMessage(token.getText().charAt(0)) });
  if (!token || !TypeGuards.isPropertyAccessToken(token)) return;
  const { at, printed, hasDefault = false, filters = [], behind, looped } = how;
  if (isOfLoop(token, at.loops)) return;
  const name = nameOf(token, at.loops);
  if (!name) {
    copy.faults.push({ offset: token.begin, message: unreadMessage(token.getText()) });
    return;
  }
  copy.readings.push({
    ...name,
    offset: token.begin,
    printed,
    guarded: hasDefault || at.guards.has(name.full),
    filters,
    ...(behind && { behind }),
    ...(looped && { looped }),
  });
};
