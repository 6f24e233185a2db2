import type { EventPromise, Promised } from './read.ts';

/** What production systems told us, straight from the lines of a file: who is who, and what holds at a time. */

export interface LineEvent {
  line: number;
  id: string;
  type: string;
  customer: string;
  /** When it happened, and when it came: an event in a file comes no earlier than those before it. */
  at: number;
  arrived: number;
  fields: Record<string, unknown>;
}

const valueAt = (root: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], root);

interface Envelope {
  id?: string;
  source?: string;
  'detail-type'?: string;
  time?: string;
  detail?: Record<string, unknown>;
}

const YEAR = 366 * 86_400_000;

/** What became of our messages says nothing of somebody of whom nothing else was said. */
const OF_MESSAGES = ['message.bounced', 'message.complained', 'message.delivered'];

const envelopeOf = (line: string): Envelope => {
  try {
    return (JSON.parse(line) ?? {}) as Envelope;
  } catch {
    return {};
  }
};

const typed = (
  envelope: Envelope,
  events: Promised['events'],
): [string, EventPromise, Record<string, unknown>] | undefined => {
  const { source, 'detail-type': name = '', detail = {} } = envelope;
  for (const [type, event] of Object.entries(events)) {
    if (event.from?.source !== source || event.from?.['detail-type'] !== name) continue;
    const fields = Object.fromEntries(
      Object.entries(event.from?.fields ?? {}).map(([field, path]) => [field, valueAt(envelope, path)]),
    );
    return [type, event, fields];
  }
  const event = Object.hasOwn(events, name) ? events[name] : undefined;
  return event && [name, event, detail];
};

/** The events of a file that were taken, by line: not those that the journal says were refused. */
export const readEvents = (lines: string[], { events }: Promised, refused: ReadonlySet<string>): LineEvent[] => {
  const lineEvents: LineEvent[] = [];
  const ids = new Set<string>();
  const onRecord = new Set<string>();
  let clock = Number.NEGATIVE_INFINITY;
  for (const [index, text] of lines.entries()) {
    const envelope = envelopeOf(text);
    const time = Date.parse(envelope.time ?? '');
    if (!Number.isNaN(time) && !(time > clock + YEAR)) clock = Math.max(clock, time);
    if (!Number.isNaN(time) && clock === Number.NEGATIVE_INFINITY) clock = time;
    const match = typed(envelope, events);
    const { id = '' } = envelope;
    if (!match || refused.has(id)) continue;
    const [type, event, fields] = match;
    const own = event.id === undefined ? undefined : fields[event.id];
    const key = own === undefined || own === null ? id : `${type}#${own}`;
    const customer = valueAt(fields, event.customer ?? 'customerId');
    if (typeof customer !== 'string' && typeof customer !== 'number') continue;
    if (OF_MESSAGES.includes(type) && !onRecord.has(String(customer))) continue;
    onRecord.add(String(customer));
    // A repeat is known per customer.
    if (ids.has(`${customer}\n${key}`)) continue;
    // What became of a message makes nobody known.
    const isOfOurs = type.startsWith('message.') && type !== 'message.replied';
    if (isOfOurs && !lineEvents.some((one) => one.customer === String(customer))) continue;
    ids.add(`${customer}\n${key}`);
    const at = Number.isNaN(time) ? clock : Math.min(time, clock);
    lineEvents.push({ line: index + 1, id, type, customer: String(customer), at, arrived: clock, fields });
  }
  return lineEvents;
};

export interface Knowledge {
  /** Names of what holds, such as `open ticket t1`. */
  openIncidents: string[];
  /** `topic:offers` or `channel:email` to granted or withdrawn. */
  wishes: Map<string, string>;
  pausedUntil: number;
  closedChannels: Map<string, string>;
  attributes: Map<string, { value: unknown; provenance: string }>;
  isClosed: boolean;
}

const ADDRESSES: Record<string, string> = { email: 'email', sms: 'phone' };

/** Of two at one time the second counts: for attributes. */
const latest = <One extends { at: number }>(all: One[]): One | undefined =>
  all.reduce<One | undefined>((best, one) => (best === undefined || one.at >= best.at ? one : best), undefined);

/** What these events, all of one customer, say when taken together: each by its own time. */
export const knowledgeOf = (lineEvents: LineEvent[], { events, lasts }: Promised, now: number): Knowledge => {
  const incidents = new Map<string, { opened: number; closed: number }>();
  const wishes = new Map<string, { choice: string; at: number }>();
  const set = new Map<string, { value: unknown; provenance: string; at: number }[]>();
  let paused = { until: 0, at: 0 };
  for (const one of lineEvents) {
    const event = events[one.type] ?? {};
    const field = (name: string | undefined) => (name === undefined ? undefined : one.fields[name]);
    for (const [key, which] of [
      ['opened', event.opens],
      ['closed', event.closes],
    ] as const) {
      const id = field(which?.incident);
      if (!which || id === undefined) continue;
      const name = `${which.kind} ${id}`;
      const incident = incidents.get(name) ?? { opened: Number.NEGATIVE_INFINITY, closed: Number.NEGATIVE_INFINITY };
      incidents.set(name, { ...incident, [key]: Math.max(incident[key], one.at) });
    }
    for (const kind of ['topic', 'channel'] as const) {
      const name = field(event.consent?.[kind]);
      if (name === undefined || event.consent === undefined) continue;
      const choice = String(field(event.consent.choice));
      const wish = wishes.get(`${kind}:${name}`);
      const wins = !wish || one.at > wish.at || (one.at === wish.at && choice === 'withdrawn');
      if (wins) wishes.set(`${kind}:${name}`, { choice, at: one.at });
    }
    if (one.type === 'message.opted_out') {
      const name = `channel:${one.fields.channel ?? 'email'}`;
      if (one.at >= (wishes.get(name)?.at ?? 0)) wishes.set(name, { choice: 'withdrawn', at: one.at });
    }
    if (one.type === 'customer.paused' && one.at >= paused.at)
      paused = { until: Date.parse(String(one.fields.until)), at: one.at };
    for (const [name, source] of Object.entries(event.sets ?? {})) {
      const value = source === 'at' ? new Date(one.at).toISOString() : field(source);
      const declared = event.fields?.[source];
      const provenance = (typeof declared === 'object' ? declared.provenance : undefined) ?? 'observed';
      // null for an optional field takes the attribute away.
      const isCleared = value === null && typeof declared === 'object' && declared.optional === true;
      if (value !== undefined && (value !== null || isCleared))
        set.set(name, [...(set.get(name) ?? []), { value, provenance, at: one.at }]);
    }
  }
  const attributes = new Map(
    [...set].flatMap(([name, all]) => {
      const one = latest(all);
      return one && one.value !== null ? [[name, one] as const] : [];
    }),
  );
  const closedChannels = new Map<string, string>();
  for (const { type, fields, at } of lineEvents) {
    if (type !== 'message.bounced' && type !== 'message.complained') continue;
    const channel = String(fields.channel ?? 'email');
    const addresses = set.get(ADDRESSES[channel] ?? '') ?? [];
    const value = latest(addresses)?.value;
    const isNew =
      addresses.some((one) => one.at > at && one.value === value) &&
      !addresses.some((one) => one.at <= at && one.value === value);
    const wish = wishes.get(`channel:${channel}`);
    if (type === 'message.bounced' ? !isNew : !(wish?.choice === 'granted' && wish.at > at))
      closedChannels.set(channel, type);
  }
  const last = (is: 'farewell' | 'returns') =>
    Math.max(
      Number.NEGATIVE_INFINITY,
      ...lineEvents.filter(({ type }) => events[type]?.[is] === true).map(({ at }) => at),
    );
  return {
    openIncidents: [...incidents].flatMap(([name, { opened, closed }]) => {
      const most = lasts[name.split(' ')[0] ?? ''] ?? 30 * 86_400_000;
      return opened > closed && now < opened + most ? [name] : [];
    }),
    wishes: new Map([...wishes].map(([name, { choice }]) => [name, choice])),
    pausedUntil: paused.until,
    closedChannels,
    attributes,
    isClosed: last('farewell') > last('returns'),
  };
};
