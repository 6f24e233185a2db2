import { formatDuration } from '../../catalogue/duration.ts';
import { PROMISE } from '../../catalogue/promise-events.ts';
import type { Declarations } from '../declarations.ts';
import { didYouMean, nearest } from '../yaml/lookup.ts';
import type { Source } from '../yaml/source.ts';
import { OTHERS } from './check-reserved.ts';

/** Kinds of incidents that policy.yaml names or events close are opened by some event, and what is opened is closed or said to end by itself. */
export const checkIncidents = ({ events, policy, policySource }: Declarations, source: Source): void => {
  const kindsThat = (change: 'opens' | 'closes'): Set<string> =>
    new Set([...events.values()].flatMap((event) => event[change]?.kind ?? []));
  const opened = new Set([PROMISE, ...kindsThat('opens')]);
  const closed = kindsThat('closes');
  const policyIncidents = policySource?.valueAt(['incidents']);
  if (typeof policyIncidents === 'object' && policyIncidents !== null)
    for (const kind of Object.keys(policyIncidents))
      if (kind !== OTHERS && !opened.has(kind))
        policySource?.report(['incidents', kind], `no event opens a \`${kind}\`${didYouMean(kind, opened)}`, true);
  // An event that takes a name of ours is told of by itself, and a kind is warned of once.
  const warnedKinds = new Set([OTHERS, PROMISE]);
  for (const [name, { opens, closes }] of events) {
    if (closes && !opened.has(closes.kind) && !warnedKinds.has(closes.kind))
      source.report(
        [name, 'closes', 'kind'],
        `no event opens a \`${closes.kind}\`, so this closes nothing${didYouMean(closes.kind, opened)}`,
      );
    const kind = opens?.kind;
    if (kind === undefined || closed.has(kind) || warnedKinds.has(kind)) continue;
    warnedKinds.add(kind);
    const { lasts } = policy?.incidents?.[kind] ?? policy?.incidents?.others ?? {};
    if (lasts === undefined || policySource?.valueAt(['incidents', kind, 'lasts']) !== undefined) continue;
    const near = nearest(kind, closed);
    // What closes it by a name that nothing opens is told of there.
    if (near !== undefined && !opened.has(near)) continue;
    source.warn(
      [name, 'opens', 'kind'],
      `no event closes a \`${kind}\`, so it counts as open for ${formatDuration(lasts)}: say \`closes\` at the event that ends it, or in policy.yaml how long it \`lasts\`${near === undefined ? '' : `; or did you mean \`${near}\`?`}`,
    );
  }
};
