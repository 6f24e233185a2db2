import { runStorm } from './storm.ts';
import { loadReleases } from './workflows.ts';

const arg = (n: string, d: number) => {
  const i = process.argv.indexOf(n);
  return i < 0 ? d : Number(process.argv[i + 1]);
};
const releases = loadReleases();
const t0 = performance.now();
const from = arg('--seed', 1),
  n = arg('--seeds', 1);
let ev = 0,
  co = 0,
  bad = 0;
const kinds = new Map<string, number>();
for (let seed = from; seed < from + n; seed++) {
  const r = await runStorm({ releases, seed, customers: arg('--customers', 50), days: arg('--days', 30) });
  ev += r.events;
  co += r.commits;
  if (n === 1) console.log(r.events, r.commits, r.sent, r.decisions, r.mishaps, r.largestItem, r.hash);
  for (const v of r.violations) {
    bad++;
    const k =
      v.invariant +
      ' ' +
      v.message
        .replace(/[0-9a-f]{32}/g, '#')
        .replace(/\d+/g, '0')
        .slice(0, 90);
    kinds.set(k, (kinds.get(k) ?? 0) + 1);
    if (kinds.get(k) === 1) console.log(seed, v.customer, v.invariant, v.message.slice(0, 600));
  }
}
for (const [k, c] of [...kinds].sort((a, b) => b[1] - a[1])) console.log(c, k);
console.log(ev, co, bad, Math.round(performance.now() - t0), 'ms');
