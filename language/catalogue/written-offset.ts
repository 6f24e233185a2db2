import { MINUTE } from './milliseconds.ts';

/** No clock of the world is further from UTC than 14 hours. */
const FARTHEST = 14 * 60;

/** As mail has them (RFC 2822), and two of Europe; hours from UTC. */
const MAIL_ZONES = new Map(
  Object.entries({ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, CET: 1, CEST: 2 }),
);

/** `+00`, `+0000`, `-05:30`, `UTC+2`, `GMT`, `Z`, then maybe a name of it (`CEST`), `[Europe/Berlin]`, `(Central European Time)`. */
const OFFSET =
  /^(?<utc>Z|z|UTC|utc|GMT|gmt|UT)?\s*(?:(?<sign>[+\u2212-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?::?\d{2})?(?:\s+[A-Z]{2,5})?)?\s*(?:\[!?(?<zone>[^\]=]+)\])?(?:\[[^\]]*\])*\s*(?:\([^)]*\))?(?:\s+m=\S+)?$/;

const NAMED = /^(?<name>[A-Za-z][\w+-]*(?:\/[\w+-]+)*)$/;

export interface Offset {
  /** Ahead of UTC, in milliseconds. */
  offset?: number;
  /** A zone by its name, where no offset is given. */
  zone?: string;
}

/** What stands behind a time; undefined where that is nothing we know, `{}` where nothing stands there. */
export const readOffset = (text: string, isZone: (name: string) => boolean): Offset | undefined => {
  if (text === '') return {};
  const name = NAMED.exec(text)?.groups?.name ?? '';
  const mail = MAIL_ZONES.get(name.toUpperCase());
  if (mail !== undefined) return { offset: mail * 60 * MINUTE };
  const { utc, sign, hours, minutes = '0', zone } = OFFSET.exec(text)?.groups ?? {};
  if (sign !== undefined) {
    // One digit alone is too little for an offset of its own.
    if (utc === undefined && hours?.length !== 2) return undefined;
    const ahead = Number(hours) * 60 + Number(minutes);
    if (ahead > FARTHEST || Number(minutes) > 59) return undefined;
    return { offset: (sign === '+' ? ahead : -ahead) * MINUTE };
  }
  if (utc !== undefined) return { offset: 0 };
  const named = zone ?? name;
  return isZone(named) ? { zone: named } : undefined;
};
