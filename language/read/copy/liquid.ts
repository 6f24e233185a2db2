import {
  CaseTag,
  CommentTag,
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
import { didYouMean } from '../yaml/lookup.ts';
import { createParser, filterFault } from './liquid-filters.ts';
import { guardsOf } from './liquid-guard.ts';
import { nameOf } from './liquid-name.ts';

/** A place in copy where a fact is read. */
export interface Reading {
  /** `event`, `customer` or `with`. */
  root: string;
  name: string;
  offset: number;
  /** It is put out, not only asked about. */
  printed: boolean;
  /** What is missing here does no harm: it was asked about, or has a default. */
  guarded: boolean;
  /** The filter that it goes through first; `currency` for what says the currency of `money`. */
  filter?: string;
}

export interface Copy {
  readings: Reading[];
  faults: { offset: number; message: string }[];
}

const engine = createParser();
const TAGS = ['if', 'unless', 'case', 'comment', 'raw'];

/** Everything that a piece of copy reads, and what is wrong with it by itself. */
export const readLiquid = (text: string): Copy => {
  const copy: Copy = { readings: [], faults: [] };
  try {
    visitAll(engine.parse(text), new Set(), copy);
  } catch (error) {
    copy.faults.push(faultOf(error, text));
  }
  return copy;
};

const faultOf = (error: unknown, text: string): Copy['faults'][number] => {
  if (!(error instanceof Error)) throw error;
  const token = 'token' in error ? (error.token as Token | undefined) : undefined;
  const offset = token?.begin ?? 0;
  const message = error.message.replace(/, (file:.*|line:\d+.*)$/s, '');
  const [, filter] = /undefined filter: (\S+)/.exec(message) ?? [];
  const [, tag] = /tag "([^"]+)" not found/.exec(message) ?? [];
  if (filter)
    return {
      offset: Math.max(offset, text.indexOf(filter, offset)),
      message: `unknown filter \`${filter}\`${didYouMean(filter, Object.keys(engine.filters))}`,
    };
  if (tag) return { offset, message: `unknown tag \`${tag}\`${didYouMean(tag, TAGS)}` };
  return { offset, message: `Liquid: ${message}` };
};

type Guards = ReadonlySet<string>;

const visitAll = (templates: readonly Template[] | undefined, guards: Guards, copy: Copy): void => {
  for (const template of templates ?? []) visit(template, guards, copy);
};

const visit = (template: Template, guards: Guards, copy: Copy): void => {
  if (template instanceof Output) visitOutput(template.value, guards, copy);
  else if (template instanceof IfTag || template instanceof UnlessTag) visitIf(template, guards, copy);
  else if (template instanceof CaseTag) visitCase(template, guards, copy);
  else if (template.token.kind === TAG && !QUIET.some((kind) => template instanceof kind)) refuse(template, copy);
};

const TAG = 4;
const QUIET = [CommentTag, InlineCommentTag, RawTag];

const refuse = ({ token }: Template, copy: Copy): void => {
  const name = 'name' in token ? String(token.name) : 'this';
  copy.faults.push({ offset: token.begin, message: `\`{% ${name} %}\` is not for copy: there is ${TAGS.join(', ')}` });
};

const visitOutput = (value: Value, guards: Guards, copy: Copy): void => {
  const filters = value.filters.map(({ name }) => name);
  const hasDefault = filters.includes('default');
  const [first] = filters;
  for (const token of value.initial.postfix)
    read(token, copy, { printed: true, guards, hasDefault, ...(first !== undefined && { filter: first }) });
  for (const filter of value.filters) {
    const message = filterFault(filter);
    if (message) copy.faults.push({ offset: value.initial.postfix[0]?.begin ?? 0, message });
    for (const argument of filter.args)
      read(Array.isArray(argument) ? argument[1] : argument, copy, {
        printed: true,
        guards,
        // What `money` is given is the currency.
        ...(filter.name === 'money' && { filter: 'currency' }),
      });
  }
};

const visitIf = (tag: IfTag | UnlessTag, guards: Guards, copy: Copy): void => {
  let after = guards;
  for (const [place, { value, templates }] of tag.branches.entries()) {
    for (const token of value.initial.postfix) read(token, copy, { printed: false, guards: after });
    const { yes, no } = guardsOf(value.initial.postfix);
    const turned = tag instanceof UnlessTag && place === 0;
    visitAll(templates, new Set([...after, ...(turned ? no : yes)]), copy);
    after = new Set([...after, ...(turned ? yes : no)]);
  }
  visitAll(tag.elseTemplates, after, copy);
};

const visitCase = (tag: CaseTag, guards: Guards, copy: Copy): void => {
  for (const token of tag.value.initial.postfix) read(token, copy, { printed: false, guards });
  const names = tag.value.initial.postfix.flatMap((token) => nameOf(token)?.full ?? []);
  for (const { values, templates } of tag.branches) {
    for (const token of values) read(token, copy, { printed: false, guards });
    visitAll(templates, new Set([...guards, ...names]), copy);
  }
  visitAll(tag.elseTemplates, guards, copy);
};

interface How {
  printed: boolean;
  guards: Guards;
  hasDefault?: boolean;
  filter?: string;
}

const read = (token: Token | undefined, copy: Copy, { printed, guards, hasDefault = false, filter }: How): void => {
  if (!token || !TypeGuards.isPropertyAccessToken(token)) return;
  const reading = nameOf(token);
  if (!reading) {
    const message = `\`${token.getText()}\`: copy reads \`event.…\`, \`customer.…\` and \`with.…\`, each with one name`;
    copy.faults.push({ offset: token.begin, message });
    return;
  }
  const { root, name, full } = reading;
  copy.readings.push({
    root,
    name,
    offset: token.begin,
    printed,
    guarded: hasDefault || guards.has(full),
    ...(filter !== undefined && { filter }),
  });
};
