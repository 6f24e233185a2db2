import type { Catalogue } from '../../../language/catalogue/catalogue.ts';

interface Incident {
  kind: string;
  opened?: number;
  closed?: number;
  /** Since when what it continues goes on. */
  since?: number | undefined;
}

type Policy = Pick<Catalogue['policy'], 'incidents'>;

const DAY = 86_400;

/** Incidents of one customer, as the events tell them. */
export const createIncidents = () => {
  const all = new Map<string, Incident>();

  const rule = ({ incidents = {} }: Policy, kind: string) =>
    incidents[kind] ?? incidents.others ?? { lasts: 30 * DAY, merge: undefined };

  const isUnclosed = ({ opened, closed }: Incident): boolean =>
    opened !== undefined && (closed === undefined || closed < opened);

  /** Since when the trouble goes on that an incident which opens now is a part of; undefined where it is new. */
  const goesOnSince = (key: string, kind: string, at: number, policy: Policy): number | undefined => {
    const { merge, lasts } = rule(policy, kind);
    if (merge === undefined) return undefined;
    const end = all.get(key)?.closed;
    const soon = (from: number | undefined, to: number | undefined) =>
      from !== undefined && to !== undefined && from <= to && to <= from + merge * 1000;
    const near = [...all].filter(([other, incident]) => {
      if (incident.kind !== kind) return false;
      const isItsEnd = other === key && incident.opened === undefined;
      if (!isUnclosed(incident) && !isItsEnd && soon(incident.closed, at)) return true;
      return other !== key && end !== undefined && end >= at && soon(end, incident.opened);
    });
    if (near.length === 0) return undefined;
    const since = Math.min(...near.map(([, { since, opened, closed = 0 }]) => since ?? opened ?? closed));
    return at < since + lasts * 1000 ? Math.min(since, at) : undefined;
  };

  return {
    /** Whether it is a part of what was told before. */
    open: (kind: string, id: string, at: number, policy: Policy): boolean => {
      const key = `${kind}:${id}`;
      const before = all.get(key) ?? { kind };
      if (before.opened !== undefined && before.opened >= at) return before.since !== undefined;
      const since = goesOnSince(key, kind, at, policy) ?? (isUnclosed(before) ? before.since : undefined);
      all.set(key, { ...before, opened: at, since });
      return since !== undefined;
    },
    close: (kind: string, id: string, at: number): void => {
      const key = `${kind}:${id}`;
      const before = all.get(key) ?? { kind };
      all.set(key, { ...before, closed: Math.max(at, before.closed ?? 0) });
    },
    /** When it ended, if nothing has opened it again. */
    endOf: (key: string): number | undefined => {
      const incident = all.get(key);
      return incident && !isUnclosed(incident) ? incident.closed : undefined;
    },
    openAt: (at: number, policy: Policy): string[] =>
      [...all].flatMap(([key, incident]) =>
        isUnclosed(incident) && at < (incident.opened ?? 0) + rule(policy, incident.kind).lasts * 1000 ? [key] : [],
      ),
    /** Since when the trouble goes on that this incident is a part of. */
    sinceOf: (kind: string, id: string): number | undefined => all.get(`${kind}:${id}`)?.since,
    all,
    /** What was told of under another id: opened and closed as it was the last time. */
    absorb: (other: { all: Map<string, Incident> }): void => {
      for (const [key, theirs] of other.all) {
        const ours = all.get(key);
        if (!ours) all.set(key, theirs);
        else {
          const last = (one: number | undefined, two: number | undefined) =>
            one === undefined || two === undefined ? (one ?? two) : Math.max(one, two);
          const [opened, closed] = [last(ours.opened, theirs.opened), last(ours.closed, theirs.closed)];
          const { since } = (theirs.opened ?? 0) > (ours.opened ?? 0) ? theirs : ours;
          all.set(key, {
            kind: ours.kind,
            since,
            ...(opened === undefined ? {} : { opened }),
            ...(closed === undefined ? {} : { closed }),
          });
        }
      }
    },
    count: () => all.size,
  };
};
