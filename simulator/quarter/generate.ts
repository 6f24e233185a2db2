import { DAY } from '../../language/catalogue/milliseconds.ts';
import { envelope } from './envelope.ts';
import { END, type Happening, START } from './happening.ts';
import { shaken, WRONG } from './mishaps.ts';
import { type Person, people } from './people.ts';
import { chance } from './random.ts';
import { asking } from './stories/asking.ts';
import { calling } from './stories/calling.ts';
import { CHANGED } from './stories/changing.ts';
import { everyday } from './stories/everyday.ts';
import { failing } from './stories/failing.ts';
import { PROPOSED } from './stories/proposing.ts';
import { renewing } from './stories/renewing.ts';
import { imported, starting } from './stories/starting.ts';

/** The seed of the quarter that the project ships. */
export const SHIPPED = 2026;

const GONE = ['customer.closed_account', 'customer.reopened_account'];

/** Whoever has closed an account does nothing more; production systems do not report what has not happened. */
const whileThere = (story: Happening[]): Happening[] => {
  const closed = story.find(({ type }) => type === 'customer.closed_account')?.at ?? Number.POSITIVE_INFINITY;
  return story.filter(({ at, type }) => at < closed || GONE.includes(type));
};

const storyOf = (who: Person): Happening[] => {
  const from = Math.max(START, who.since);
  const first = who.imported ? imported(who, START) : starting(who);
  const quarter = [asking, failing, renewing, everyday].flatMap((tell) => tell(who, from + DAY / 4, END));
  return whileThere([...first, ...quarter]);
};

const inQuarter = ({ at }: Happening): boolean => at >= START && at < END;

/** July to September 2026 of 240 made-up customers: EventBridge envelopes as NDJSON lines, the same for the same seed. */
export const quarter = (seed: number): string[] => {
  const luck = chance(seed);
  const stories = people(seed).map((who) => ({ who, story: storyOf(who) }));
  const all = [...stories.flatMap(({ story }) => story), ...WRONG]
    .filter(inQuarter)
    .sort((one, other) => one.at - other.at);
  const lines = shaken(
    luck,
    all.map((happening) => envelope(luck, happening)),
  );
  // What follows from the stories takes no luck from them: their lines stay as they are.
  const more = chance(seed + 1);
  const calls = stories.flatMap(({ who, story }) => calling(who, story)).filter(inQuarter);
  return [...PROPOSED, ...CHANGED, ...calls].reduce(
    (before, happening) => withLine(before, envelope(more, happening)),
    lines,
  );
};

const timeIn = (line: string): string => JSON.parse(line).time;

/** Before the first line of a later time. */
const withLine = (lines: readonly string[], line: string): string[] => {
  const place = lines.findIndex((other) => timeIn(other) > timeIn(line));
  return lines.toSpliced(place < 0 ? lines.length : place, 0, line);
};
