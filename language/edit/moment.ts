import { CHANNELS } from '../catalogue/channel.ts';
import { RAW_LINE, RAW_WORDS } from '../read/copy/raw-lines.ts';
import { plainValue } from './layout.ts';
import { EditRefused, type Operation, type Value } from './operation.ts';
import { editYaml } from './yaml.ts';

const split = (text: string): { front: string[]; body: string } => {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || end < 0) throw new EditRefused('The file has no front matter');
  return { front: lines.slice(1, end), body: lines.slice(end + 1).join('\n') };
};

const HEADING = /^## (\S+)[ \t]*$/;

const isHeading = (line: string): boolean => Object.hasOwn(CHANNELS, HEADING.exec(line)?.[1] ?? '');

const sectionStart = (lines: readonly string[], name: string): number =>
  lines.findIndex((line) => HEADING.exec(line)?.[1] === name);

const trimmed = (text: string): string => text.replace(/^\n+|\s+$/g, '');

/** The part before the first section that is for a channel. */
const withBody = (body: string, to: string): string => {
  const lines = body.split('\n');
  const first = lines.findIndex((line) => isHeading(line));
  const rest = first < 0 ? '' : `\n${lines.slice(first).join('\n')}`;
  return `${trimmed(to)}\n${rest}`;
};

const withSection = (body: string, name: string, to: string | undefined): string => {
  const lines = body.split('\n');
  const start = sectionStart(lines, name);
  if (start < 0) return to === undefined ? body : `${body.replace(/\s+$/, '')}\n\n## ${name}\n\n${trimmed(to)}\n`;
  const next = lines.findIndex((line, index) => index > start && isHeading(line));
  const before = lines.slice(0, start).join('\n');
  const after = next < 0 ? '' : `\n${lines.slice(next).join('\n')}`;
  if (to === undefined) return `${before.replace(/\s+$/, '')}\n${after}`;
  return `${before}\n${lines[start]}\n\n${trimmed(to)}\n${after}`;
};

/** The front matter as YAML: what is taken as written is set aside, and put back where it was. */
const editFront = (front: readonly string[], operation: Operation): string[] => {
  const aside = new Map<string, string>();
  const plain = front.map((line, index) => {
    const [, key] = RAW_LINE.exec(line) ?? [];
    if (key === undefined) return line;
    const placeholder = `${key}: aside-${index}`;
    aside.set(placeholder, line);
    return placeholder;
  });
  const edited = editYaml(`${plain.join('\n')}\n`, operation).replace(/\n$/, '');
  return edited.split('\n').map((line) => aside.get(line) ?? line);
};

const setRaw = (front: readonly string[], key: string, value: string): string[] => {
  const line = `${key}: ${value.replaceAll(/\s*\n\s*/g, ' ').trim()}`;
  const place = front.findIndex((each) => RAW_LINE.exec(each)?.[1] === key);
  return place < 0 ? [...front, line] : front.with(place, line);
};

const changedFront = (front: string[], operation: Operation): string[] => {
  const key = 'path' in operation ? operation.path[0] : undefined;
  const isRaw = 'path' in operation && operation.path.length === 1 && RAW_WORDS.includes(String(key));
  if (isRaw && operation.kind === 'set') return setRaw(front, String(key), String(operation.value));
  if (isRaw && operation.kind === 'unset') return front.filter((line) => RAW_LINE.exec(line)?.[1] !== key);
  return editFront(front, operation);
};

/**
 * A moment's file after an operation. `body` is its text, `sections.sms` that of a channel; all other paths lead into the
 * front matter. Throws EditRefused.
 */
export const editMoment = (text: string, operation: Operation): string => {
  const isWindows = text.includes('\r\n');
  const { front, body } = split(isWindows ? text.replaceAll('\r\n', '\n') : text);
  const [key, name] = 'path' in operation ? operation.path : [];
  const to = operation.kind === 'set' ? String(operation.value) : undefined;
  const join = (lines: readonly string[], rest: string) => {
    const whole = ['---', ...lines, '---', rest].join('\n');
    return isWindows ? whole.replaceAll('\n', '\r\n') : whole;
  };
  if (key === 'body') return join(front, withBody(body, to ?? ''));
  if (key === 'sections') return join(front, withSection(body, String(name), to));
  return join(changedFront(front, operation), body);
};

/** A moment's text in the parts that one writes it in. */
export interface MomentParts {
  /** Lines that are taken as written: subject, because, … */
  lines: Record<string, string>;
  body: string;
  sections: Record<string, string>;
  /** All other lines, as YAML has them; undefined where they are none. */
  settings: Value | undefined;
}

/** What lines of YAML say; undefined where they are none. */
const settingsOf = (lines: readonly string[]): Value | undefined => {
  try {
    return plainValue(`${lines.join('\n')}\n`);
  } catch (error) {
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
};

/** Reads the parts of a moment's file; undefined where it has no front matter. */
export const momentParts = (text: string): MomentParts | undefined => {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || end < 0) return undefined;
  const front = lines.slice(1, end);
  const raw = front.flatMap((line) => {
    const [, key, value = ''] = RAW_LINE.exec(line) ?? [];
    return key === undefined ? [] : [[key, value] as const];
  });
  const sections: Record<string, string> = {};
  let at: string | undefined;
  let body = '';
  for (const line of lines.slice(end + 1)) {
    if (isHeading(line)) at = HEADING.exec(line)?.[1];
    else if (at === undefined) body += `${line}\n`;
    else sections[at] = `${sections[at] ?? ''}${line}\n`;
  }
  return {
    lines: Object.fromEntries(raw),
    body: trimmed(body),
    sections: Object.fromEntries(Object.entries(sections).map(([name, each]) => [name, trimmed(each)])),
    settings: settingsOf(front.filter((line) => !RAW_LINE.test(line))),
  };
};
