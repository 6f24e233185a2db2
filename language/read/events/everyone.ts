import { EVERYONE, type Everyone, MOST_PER_SECOND, PER_SECOND } from '../../catalogue/everyone.ts';
import { listNames } from '../yaml/lookup.ts';
import type { Source } from '../yaml/source.ts';
import type { WrittenEvent } from './event-schema.ts';

/** What a customer does or wants themselves, and what ends or begins an account: nobody says that of all at once. */
const OF_ONE = ['by', 'ours', 'consent', 'farewell', 'returns'] as const;

/** About whom an event is that says `customer: everyone`. */
export const everyoneOf = ({ customer, affects, theme, pace }: WrittenEvent): Everyone | undefined =>
  customer === EVERYONE && (affects !== undefined || theme !== undefined)
    ? { ...(affects !== undefined && { affects }), perSecond: pace ? pace.count / pace.seconds : PER_SECOND }
    : undefined;

/** Whether an event that is about everyone says all that it has to, and one that is not says nothing of it. */
export const isSoundEveryone = (name: string, event: WrittenEvent, source: Source): boolean => {
  const faults = event.customer === EVERYONE ? faultsOf(event) : strayWords(event);
  for (const [word, fault] of faults) source.report(word === undefined ? [name] : [name, word], fault, true);
  return faults.length === 0;
};

type Fault = [word: string | undefined, fault: string];

const strayWords = ({ affects, pace }: WrittenEvent): Fault[] =>
  Object.entries({ affects, pace }).flatMap(([word, value]): Fault[] =>
    value === undefined
      ? []
      : [[word, `\`${word}\` is of an event about many: write \`customer: everyone\`, or leave it out`]],
  );

const faultsOf = (event: WrittenEvent): Fault[] => {
  const faults: Fault[] = [];
  const { affects, theme, sources, pace, signal = [] } = event;
  if (affects === undefined && theme === undefined)
    faults.push(['customer', 'whom of all is it about? Add such as `affects: customer.plan = "pro"`']);
  if (sources === undefined)
    faults.push([
      'customer',
      'whoever sends it reaches everybody: say who may, by the source of its envelope, such as `sources: [acme.monitoring]`',
    ]);
  if (pace && pace.count / pace.seconds > MOST_PER_SECOND)
    faults.push(['pace', `at most ${MOST_PER_SECOND} a second can be told`]);
  const ofOne = OF_ONE.filter((word) => event[word] !== undefined && event[word] !== false);
  if (ofOne.length > 0) faults.push([ofOne[0], `${listNames(ofOne)} can be said of one customer only`]);
  if (signal.some((each) => !('value' in each)))
    faults.push(['signal', 'nobody wrote or answered this: of everyone it can say a `value` only']);
  return faults;
};
