import type { Token } from 'markdown-it';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { CHANNELS, type Channel } from '../../../language/catalogue/channel.ts';
import type { Moment } from '../../../language/catalogue/moment.ts';
import { BODIES } from './body.ts';
import { createEngine } from './engine.ts';
import { CopyFailed, MomentNotFound } from './errors.ts';
import { withGesture } from './gesture.ts';
import { chooseCopy } from './locale.ts';
import { ledElsewhere, parseMarkdown } from './markdown.ts';
import { type Scope, withoutBlanks } from './scope.ts';
import { forCustomer, IN_SUBJECT, IN_TEXT, printTyped, quotedIn, type TypedStyle, wholeValues } from './typed-text.ts';
import { fill, oneLine, withoutMarks } from './values.ts';

export interface Ask {
  moment: string;
  channel: Channel;
  names: Scope;
  zone: string;
  /** The customer's; `fr-CA` falls back to `fr`, then to the copy without a locale. */
  locale?: string;
  /** Why the customer gets it, where that was said before. */
  because?: string | undefined;
  /** Where a link in HTML leads instead. What is read as text keeps its links: people see them there. */
  linkOf?: ((url: string) => string) | undefined;
}

export interface Rendered {
  subject: string;
  /** What an inbox shows beside the subject, where the copy says it. */
  preheader?: string | undefined;
  text: string;
  /** Where the channel shows HTML. */
  html?: string | undefined;
  because: string;
  /** Of the copy that was chosen: dates and amounts are printed in it. */
  locale: string;
}

export interface Renderer {
  (ask: Ask): Rendered;
  /** Only the sentence under "why did I get this?". */
  renderBecause(moment: string, names: Scope, zone: string, locale?: string): string;
}

interface RendererDeps {
  catalogue: Pick<Catalogue, 'moments' | 'gestures'>;
  /** The language that copy without a locale in its file name is written in. */
  defaultLocale?: string;
}

interface Print {
  text: string;
  values: string[];
  /** Values that are printed as they are. */
  whole: readonly string[];
}

/** An address may have been made longer, such as by `append`. */
const isWhole = (value: string, whole: readonly string[]): boolean =>
  whole.includes(value) ||
  (/^https?:\S+$/i.test(value) && whole.some((one) => /^https?:/i.test(one) && value.startsWith(one)));

/** Values as they are, or as somebody typed them. */
const printer = (whole: readonly string[], style: TypedStyle | undefined, print: (text: string) => string) =>
  style === undefined
    ? print
    : (value: string): string => print(isWhole(value, whole) ? value : printTyped(value, style));

const line = ({ text, values, whole }: Print, style: TypedStyle | undefined): string =>
  oneLine(fill(text, values, printer(whole, style, oneLine)))
    .replace(/ {2,}/g, ' ')
    .trim();

/** The body as a channel shows it, written when somebody reads it. That cannot fail: the template has printed. */
const renderWhenRead = (
  head: Omit<Rendered, 'text' | 'html'>,
  { text, values, whole }: Print,
  { channel, linkOf }: Pick<Ask, 'channel' | 'linkOf'>,
): Rendered => {
  let tokens: Token[] | undefined;
  const body = BODIES[CHANNELS[channel].body];
  const parse = (): Token[] => {
    tokens ??= parseMarkdown(text, values, printer(whole, body.typed, body.value), new Set(whole));
    return tokens;
  };
  return {
    ...head,
    get text() {
      return body.text(parse());
    },
    get html() {
      return body.html(linkOf ? ledElsewhere(parse(), linkOf) : parse());
    },
  };
};

/** Renders moments for a channel. Templates are parsed once; what they print stays literal text everywhere. */
export const createRenderer = ({ catalogue, defaultLocale = 'en-GB' }: RendererDeps): Renderer => {
  const engine = createEngine();
  const parsed = new Map<string, { template: ReturnType<typeof engine.parse>; quoted: string[] }>();

  const find = (id: string): Moment => {
    if (!Object.hasOwn(catalogue.moments, id)) throw new MomentNotFound(id, Object.keys(catalogue.moments));
    return catalogue.moments[id]!;
  };

  const template = (source: string) => {
    const parsedTemplate = parsed.get(source) ?? {
      template: engine.parse(withoutMarks(source)),
      quoted: quotedIn(source),
    };
    parsed.set(source, parsedTemplate);
    return parsedTemplate;
  };

  const writer = (id: string, scope: Scope, zone: string, isWork: boolean, customerLocale?: string) => {
    const moment = find(id);
    const { whole: named = [] } = moment;
    const visible = withoutBlanks(scope);
    const { key, copy, locale } = chooseCopy(moment, customerLocale, defaultLocale);
    const names = withGesture(isWork ? visible : forCustomer(visible, named), catalogue, locale);
    const whole = wholeValues(names, named);
    if (!copy) throw new CopyFailed(id, key, 'copy', 'it has none for this locale, and no default');
    const print = (part: string, source: string): Print => {
      try {
        const parsedTemplate = template(source);
        const { text, values } = engine.render(parsedTemplate.template, names, { zone, locale });
        return { text, values, whole: [...whole, ...parsedTemplate.quoted] };
      } catch (error) {
        throw new CopyFailed(id, key, part, error);
      }
    };
    return { moment, copy, locale, print };
  };

  /** Customers read it, also of work for a person. */
  const becauseOf: Renderer['renderBecause'] = (id, names, zone, locale) => {
    const { copy, print } = writer(id, names, zone, false, locale);
    return line(print('because', copy.because), IN_TEXT);
  };

  const render = ({
    moment: id,
    channel,
    names,
    zone,
    locale: customerLocale,
    because: earlierReason,
    linkOf,
  }: Ask): Rendered => {
    const isWork = BODIES[CHANNELS[channel].body].typed === undefined;
    const { moment, copy, locale, print } = writer(id, names, zone, isWork, customerLocale);
    const section = copy.sections[channel];
    const body = section === undefined ? print('body', copy.body) : print(`section for ${channel}`, section);
    const subject = line(print('subject', copy.subject ?? moment.title ?? ''), isWork ? undefined : IN_SUBJECT);
    const because = earlierReason ?? becauseOf(id, names, zone, customerLocale);
    const preheader = copy.preheader === undefined ? '' : line(print('preheader', copy.preheader), IN_SUBJECT);
    return renderWhenRead({ subject, because, locale, ...(preheader && { preheader }) }, body, { channel, linkOf });
  };

  return Object.assign(render, { renderBecause: becauseOf });
};
