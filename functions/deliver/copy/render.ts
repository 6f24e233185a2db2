import type { Token } from 'markdown-it';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { CHANNELS, type Channel } from '../../../language/catalogue/channel.ts';
import type { Moment } from '../../../language/catalogue/moment.ts';
import { BODIES } from './body.ts';
import { createEngine } from './engine.ts';
import { CopyFailed, MomentNotFound } from './errors.ts';
import { chooseCopy } from './locale.ts';
import { parseMarkdown } from './markdown.ts';
import { type Scope, withoutBlanks } from './scope.ts';
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
}

export interface Rendered {
  subject: string;
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
  catalogue: Pick<Catalogue, 'moments'>;
  /** The language that copy without a locale in its file name is written in. */
  defaultLocale?: string;
}

type Print = { text: string; values: string[] };

const line = ({ text, values }: Print): string =>
  oneLine(fill(text, values, oneLine))
    .replace(/ +/g, ' ')
    .trim();

/** The body as a channel shows it, written when somebody reads it. That cannot fail: the template has printed. */
const written = (said: Omit<Rendered, 'text' | 'html'>, { text, values }: Print, channel: Channel): Rendered => {
  let tokens: Token[] | undefined;
  const body = BODIES[CHANNELS[channel].body];
  const parsed = (): Token[] => {
    tokens ??= parseMarkdown(text, values, body.value);
    return tokens;
  };
  return {
    ...said,
    get text() {
      return body.text(parsed());
    },
    get html() {
      return body.html(parsed());
    },
  };
};

/** Renders moments for a channel. Templates are parsed once; what they print stays literal text everywhere. */
export const createRenderer = ({ catalogue, defaultLocale = 'en-GB' }: RendererDeps): Renderer => {
  const engine = createEngine();
  const parsed = new Map<string, ReturnType<typeof engine.parse>>();

  const find = (id: string): Moment => {
    if (!Object.hasOwn(catalogue.moments, id)) throw new MomentNotFound(id, Object.keys(catalogue.moments));
    return catalogue.moments[id]!;
  };

  const template = (key: string, source: string) => {
    const known = parsed.get(key) ?? engine.parse(withoutMarks(source));
    parsed.set(key, known);
    return known;
  };

  const printer = (id: string, names: Scope, zone: string, wanted?: string) => {
    const moment = find(id);
    const { key, copy, locale } = chooseCopy(moment, wanted, defaultLocale);
    const visible = withoutBlanks(names);
    if (!copy) throw new CopyFailed(id, key, 'copy', 'it has none for this locale, and no default');
    const print = (part: string, source: string): Print => {
      try {
        return engine.render(template(`${id}/${key}/${part}`, source), visible, { zone, locale });
      } catch (error) {
        throw new CopyFailed(id, key, part, error);
      }
    };
    return { moment, copy, locale, print };
  };

  const render = ({ moment: id, channel, names, zone, locale: wanted, because: said }: Ask): Rendered => {
    const { moment, copy, locale, print } = printer(id, names, zone, wanted);
    const section = copy.sections[channel];
    const body = section === undefined ? print('body', copy.body) : print(`section for ${channel}`, section);
    const subject = line(print('subject', copy.subject ?? moment.title ?? ''));
    const because = said ?? line(print('because', copy.because));
    return written({ subject, because, locale }, body, channel);
  };

  const renderBecause: Renderer['renderBecause'] = (id, names, zone, locale) => {
    const { copy, print } = printer(id, names, zone, locale);
    return line(print('because', copy.because));
  };

  return Object.assign(render, { renderBecause });
};
