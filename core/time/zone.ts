import { DAY } from '../../language/catalogue/milliseconds.ts';

/** Of zones, and of days of one zone: past it a cache starts anew. */
const MOST = 2000;

interface Zone {
  format: Intl.DateTimeFormat;
  /** Day since 1970 to its offset in milliseconds; undefined where it changes on that day. */
  offsets: Map<number, number | undefined>;
}

const zones = new Map<string, Zone | undefined>();

const open = (name: string): Zone | undefined => {
  try {
    const parts = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    } as const;
    return {
      format: new Intl.DateTimeFormat('en-US', { timeZone: name, hourCycle: 'h23', ...parts }),
      offsets: new Map(),
    };
  } catch {
    return undefined;
  }
};

const readZone = (name: string): Zone | undefined => {
  if (!zones.has(name)) {
    if (zones.size >= MOST) zones.clear();
    zones.set(name, open(name));
  }
  return zones.get(name);
};

/** Whether we know the time of day in a zone of that name. */
export const isZone = (name: unknown): name is string => typeof name === 'string' && readZone(name) !== undefined;

const read = ({ format }: Zone, at: number): number => {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
};

/** How far the clocks of a zone are ahead of UTC at `at`, in milliseconds. An unknown zone is UTC. */
export const offsetAt = (name: string, at: number): number => {
  const zone = readZone(name);
  if (!zone) return 0;
  const day = Math.floor(at / DAY);
  if (!zone.offsets.has(day)) {
    if (zone.offsets.size >= MOST) zone.offsets.clear();
    const first = read(zone, day * DAY);
    zone.offsets.set(day, first === read(zone, (day + 1) * DAY) ? first : undefined);
  }
  return zone.offsets.get(day) ?? read(zone, at);
};

/**
 * The instants at which the clocks of a zone show a local time, given as if it were UTC: one, two where they are set back
 * over it, and where they skip it the one that moves on with the clock. In order.
 */
export const instantsOf = (name: string, local: number): number[] => {
  const before = offsetAt(name, local - DAY);
  const after = offsetAt(name, local + DAY);
  const offsets = [...new Set([before, after])]
    .map((offset) => local - offset)
    .filter((at) => at + offsetAt(name, at) === local);
  return offsets.length > 0 ? offsets.sort((a, b) => a - b) : [local - before];
};
