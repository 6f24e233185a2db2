import { Channel } from '../../catalogue/channel.ts';
import { NotGiven } from '../../catalogue/gesture.ts';
import { Outcome } from '../../catalogue/outcome.ts';
import { DecisionReason, EndReason, EntryRefusal, parseReason, Reason } from '../../catalogue/reason.ts';
import type { MomentFile } from '../copy/moments.ts';
import type { Declarations } from '../declarations.ts';
import { parseDuration } from '../duration.ts';
import { ofField, ofLiteral, whyNot } from '../expressions/typed.ts';
import type { JourneyFile } from '../journeys/journey-file.ts';
import { REACTIONS } from '../journeys/reactions.ts';
import { didYouMean, listNames } from '../yaml/lookup.ts';
import { type Expectation, FATES, GIVINGS, PASSAGES, PROMISED, type When } from './scenario.ts';

/** What an expectation may name. */
export interface Nameable {
  declarations: Declarations;
  journeys: ReadonlySet<string>;
  moments: ReadonlySet<string>;
  /** Those of them that could be read. */
  files: ReadonlyMap<string, JourneyFile>;
  momentFiles: ReadonlyMap<string, MomentFile>;
}

/** Thrown inside this file only: the expectation cannot be read, for the reason it says. */
class UnreadableExpectation extends Error {
  override name = 'UnreadableExpectation';
}

const refuse = (message: string): never => {
  throw new UnreadableExpectation(message);
};

type Parsed = { expectation: Omit<Expectation, 'line'> } | { fault: string };

/** Reads `at 1 day` and `sent outage-notice by email`. */
export const parseExpectation = (when: string, what: string, nameable: Nameable): Parsed => {
  try {
    return { expectation: { text: `${when}: ${what}`, when: parseWhen(when.trim()), ...parseWhat(what, nameable) } };
  } catch (error) {
    if (error instanceof UnreadableExpectation) return { fault: error.message };
    throw error;
  }
};

const seconds = (text: string): number =>
  parseDuration(text) ?? refuse(`\`${text}\` is not a duration: write such as \`9 days\``);

const parseWhen = (text: string): When => {
  if (text === 'once' || text === 'never') return { kind: text };
  const [, from, to] = /^between (.+) and (.+)$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const [first, last] = [seconds(from), seconds(to)];
    return last >= first ? { kind: 'between', from: first, to: last } : refuse(`\`${text}\` ends before it begins`);
  }
  const [, kind, time] = /^(at|by) (.+)$/.exec(text) ?? [];
  if (kind === 'at' && time) return { kind, at: seconds(time) };
  if (kind === 'by' && time) return { kind, by: seconds(time) };
  return refuse(
    `\`${text}\` says no time: write \`at 1 day\`, \`by 3 days\`, \`between 1 day and 2 days\`, \`once\` or \`never\``,
  );
};

const PROMISES = Object.keys(PROMISED);
const WHATS = [...new Set<string>([...PASSAGES, ...GIVINGS, ...Outcome.options, ...PROMISES, ...FATES])];

type What = Omit<Expectation, 'line' | 'text' | 'when'>;

const parseWhat = (text: string, nameable: Nameable): What => {
  const [what = '', subject = '', ...rest] = text.match(/"[^"]*"|\S+/g) ?? [];
  if (!WHATS.includes(what)) refuse(`nothing is ever \`${what}\`${didYouMean(what, WHATS)}`);
  if (subject === '') refuse(`\`${what}\` needs a name after it, such as \`${what} welcome\``);
  const of = kindOf(what, subject, nameable);
  const about = { what: what as What['what'], subject, of };
  return { ...about, ...parseDetails(rest, about, nameable) };
};

const isOneOf = (word: string, words: readonly string[]): boolean => words.includes(word);

const kindOf = (what: string, subject: string, { declarations, journeys, moments, files }: Nameable): What['of'] => {
  const journey = files.get(subject);
  if (what === 'goal' && journey?.whole && !journey.journey.goal)
    refuse(`\`${subject}\` has no \`goal\`, so nobody ever reaches it: leave this out, or give the journey one`);
  if (isOneOf(what, PROMISES) && moments.has(subject)) return 'promise';
  if (isOneOf(what, GIVINGS)) {
    const kinds = Object.keys(declarations.gestures?.kinds ?? {});
    // A file that cannot be read has been reported itself.
    if (declarations.gesturesSource && !declarations.gestures) return 'gesture';
    if (kinds.includes(subject)) return 'gesture';
    return refuse(`gestures.yaml has no gesture \`${subject}\`${didYouMean(subject, kinds)}`);
  }
  if (isOneOf(what, PASSAGES) && journeys.has(subject)) return 'journey';
  if (isOneOf(what, [...Outcome.options, ...FATES]) && moments.has(subject)) return 'moment';
  if (isOneOf(what, Outcome.options) && declarations.events.get(subject)?.ours) return 'event';
  if (isOneOf(what, FATES)) return refuse(`unknown moment \`${subject}\`${didYouMean(subject, moments)}`);
  if (declarations.eventNames.has(subject)) refuse(`\`${subject}\` comes from other systems: journeys never send it`);
  const candidates = [
    ...(isOneOf(what, PROMISES) ? moments : []),
    ...(isOneOf(what, PASSAGES) ? journeys : []),
    ...(isOneOf(what, Outcome.options)
      ? [...moments, ...[...declarations.events].filter(([, { ours }]) => ours).map(([type]) => type)]
      : []),
  ];
  const kind = isOneOf(what, Outcome.options)
    ? 'moment or emitted event'
    : isOneOf(what, PROMISES)
      ? 'moment'
      : 'journey';
  return refuse(`unknown ${kind} \`${subject}\`${didYouMean(subject, candidates)}`);
};

const unquote = (word: string): string => word.replace(/^"(.*)"$/, '$1');

type About = Pick<What, 'what' | 'subject' | 'of'>;

const parseDetails = (words: string[], about: About, nameable: Nameable): Partial<What> => {
  const { subject, of } = about;
  const parts: Partial<What> = {};
  for (let place = 0; place < words.length; ) {
    const [word = '', value = ''] = words.slice(place, place + 2);
    if (value === '')
      refuse(
        `\`${word}\` at the end says nothing: there is \`by channel\`, \`reason code\`, \`in journey\`, \`with field value\``,
      );
    if (word === 'by') parts.channel = channelOf(value, about, nameable);
    else if (word === 'reason') parts.reason = reasonOf(value, about, nameable);
    else if (word === 'in') parts.journey = journeyOf(value, nameable);
    else if (word === 'with')
      parts.with = { ...parts.with, [value]: fieldOf(value, words[place + 2], subject, of, nameable) };
    else refuse(`\`${word}\` is not understood${didYouMean(word, ['by', 'reason', 'in', 'with'])}`);
    place += word === 'with' ? 3 : 2;
  }
  return parts;
};

const channelOf = (word: string, { subject, of }: About, nameable: Nameable): Channel => {
  const { data: channel } = Channel.safeParse(word);
  if (channel === undefined) return refuse(`unknown channel \`${word}\`: there is ${listNames(Channel.options)}`);
  const channels = of === 'moment' ? channelsOf(subject, nameable) : undefined;
  if (channels?.includes(channel) === false)
    refuse(`\`${subject}\` never goes by ${word}: there is ${listNames([...new Set(channels)])}`);
  return channel;
};

/** The channels of a moment and of what may come in its place; undefined where one of them could not be read. */
const channelsOf = (id: string, { declarations, momentFiles }: Nameable): Channel[] | undefined => {
  const { policy } = declarations;
  const all = new Set([id]);
  for (const each of all) {
    const file = momentFiles.get(each);
    if (!file?.whole || !policy) return undefined;
    for (const reacting of [file.moment, ...Object.values(policy.purposes)])
      for (const when of REACTIONS) {
        const reaction = reacting[when];
        if (typeof reaction === 'object') all.add('person' in reaction ? reaction.person : reaction.instead);
      }
  }
  return [...all].flatMap((each) => momentFiles.get(each)?.moment.channels ?? []);
};

/** Passages and decisions have reasons of their own. */
const reasonOf = (word: string, { what, of }: About, nameable: Nameable): What['reason'] => {
  if (what === 'not-entered') return oneOf(word, EntryRefusal.options, 'nobody is kept out of a journey');
  if (of === 'journey' && what === 'ended') return oneOf(word, EndReason.options, 'no journey ends');
  if (what === 'not-given') return oneOf(word, NotGiven.options, 'no gesture fails');
  if (of !== 'moment' && of !== 'event') return refuse(`\`${what}\` has no reason: leave it out`);
  const { data: reason } = DecisionReason.safeParse(word);
  if (/^(patience:)?muted-by$/.test(word))
    return refuse(`\`${word}\` needs the journey that came first: \`${word}:<journey>\``);
  if (reason === undefined) return noReason(word, Reason.options, 'nothing is decided');
  const { journey } = parseReason(reason) ?? {};
  if (journey !== undefined) journeyOf(journey, nameable);
  return reason;
};

const oneOf = <Word extends string>(word: string, words: readonly Word[], never: string): Word =>
  words.find((one) => one === word) ?? noReason(word, words, never);

const noReason = (word: string, words: readonly string[], never: string): never =>
  refuse(`${never} for the reason \`${word}\`${didYouMean(word, words)}`);

const journeyOf = (word: string, { journeys }: Nameable): string =>
  journeys.has(word) ? word : refuse(`unknown journey \`${word}\`${didYouMean(word, journeys)}`);

const fieldOf = (
  name: string,
  word: string | undefined,
  subject: string,
  of: What['of'],
  { declarations }: Nameable,
) => {
  const fields = declarations.events.get(subject)?.fields ?? {};
  if (of !== 'event') refuse(`\`with\` is about the fields of an emitted event, and \`${subject}\` is a ${of}`);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) return refuse(`\`${subject}\` has no field \`${name}\`${didYouMean(name, Object.keys(fields))}`);
  if (word === undefined) return refuse(`\`with ${name}\` needs a value after it`);
  const type = ofField(field);
  const value = literalOf(word, type.kind);
  const why = whyNot(ofLiteral(value), type);
  return why ? refuse(`\`${name}\`: ${why}`) : value;
};

const literalOf = (word: string, kind: string): string | number | boolean => {
  if (kind === 'number' && word.trim() !== '' && Number.isFinite(Number(word))) return Number(word);
  if (kind === 'boolean' && (word === 'true' || word === 'false')) return word === 'true';
  return unquote(word);
};
