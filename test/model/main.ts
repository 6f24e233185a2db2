import { play } from './play.ts';
import { ALL, RULES, type Rule } from './rules.ts';

const HELP = `npx node test/model/main.ts SCHEDULES all|each|RULE
  all    with every rule: nothing may break
  each   with one rule left out after another: something has to break
  RULE   with that rule left out`;

/** What breaks in so many schedules with one rule left out, and how often. */
export const breaks = (schedules: number, leftOut?: Rule): Map<string, number> => {
  const rules = new Set(ALL.filter((rule) => rule !== leftOut));
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= schedules; seed++)
    for (const what of play(seed, rules)) counts.set(what, (counts.get(what) ?? 0) + 1);
  return counts;
};

/** The first of so many schedules that breaks something with this rule left out; undefined where none does. */
export const firstToBreak = (schedules: number, leftOut: Rule): number | undefined => {
  const rules = new Set(ALL.filter((rule) => rule !== leftOut));
  for (let seed = 1; seed <= schedules; seed++) if ([...play(seed, rules)].length > 0) return seed;
  return undefined;
};

const [schedules = '2000', mode = 'all'] = process.argv.slice(2);

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const left: (Rule | undefined)[] =
    mode === 'each' ? [undefined, ...ALL] : [mode in RULES ? (mode as Rule) : undefined];
  if (!/^\d+$/.test(schedules) || !['all', 'each', ...ALL].includes(mode)) console.log(HELP);
  else
    for (const rule of left) {
      const what = [...breaks(Number(schedules), rule)].map(([name, times]) => `${name} x${times}`);
      console.log(`${(rule ? `without ${rule}` : 'all rules').padEnd(20)} ${what.join('; ') || 'nothing breaks'}`);
    }
}
