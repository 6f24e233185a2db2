import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { NotEnteredEntry } from '../customer/model/journal.ts';
import { sameStep } from './context.ts';
import type { Explained, Explanation } from './explain.ts';
import { promiseInWords } from './promised.ts';
import { ruleOf } from './refusal.ts';
import type { Situation } from './situation.ts';
import { incidentInWords, mark, when } from './tell.ts';
import { decisionInWords, nameOf, titleOf } from './words/decision.ts';
import { reasonInWords } from './words/reason.ts';

type Tell = (at: string) => string;

const LABEL = 12;

/** Sentences under a label: `rests on    Open: ticket t1 …`. */
const labelled = (label: string, sentences: string[]): string[] =>
  sentences.map((sentence, index) => `    ${(index === 0 ? label : '').padEnd(LABEL)}${sentence}`);

const reasonLine = (reason: string, catalogue: Catalogue): string[] =>
  reason === 'clear' ? [] : [`${reasonInWords(reason, catalogue)} (${reason})`];

const decisionLines = (explanation: Explanation, catalogue: Catalogue, tell: Tell): string[] => {
  const { decision, rested, otherwise, unsure } = explanation;
  const { at, until, outcome, reason, moment, because } = decision;
  const heldUntil = outcome === 'held' && until !== undefined ? `, until ${tell(until)} at the latest` : '';
  return [
    `  ${tell(at)}  ${decisionInWords(decision, catalogue)} [${moment}]${heldUntil}`,
    ...labelled('why', reasonLine(reason, catalogue)),
    ...labelled('rests on', rested),
    ...labelled('not told', unsure === undefined ? [] : [unsure]),
    ...labelled('otherwise', otherwise),
    ...labelled('they read', because === '' ? [] : [because]),
  ];
};

/** Decisions of one step belong together, and steps of one enrolment; what was decided last comes last. */
const grouped = (all: Explanation[], same: (a: Explanation, b: Explanation) => boolean): Explanation[][] => {
  const groups: Explanation[][] = [];
  for (const one of all) {
    const place = groups.findIndex(([first]) => first !== undefined && same(first, one));
    const group = place < 0 ? [] : (groups.splice(place, 1)[0] ?? []);
    groups.push([...group, one]);
  }
  return groups;
};

const journeyLines = (group: Explanation[], explained: Explained, catalogue: Catalogue, tell: Tell): string[] => {
  const { journey, enrolment } = group[0]?.decision ?? { journey: '', enrolment: '' };
  const entered = explained.entered.find((entry) => entry.enrolment === enrolment);
  const since = entered ? `, entered ${tell(entered.at)} after ${entered.event}` : '';
  const steps = grouped(group, (a, b) => sameStep(a.decision, b.decision));
  return [
    '',
    `${titleOf(journey, catalogue)} [${journey}]${since}`,
    ...steps.flatMap((step) => [
      '',
      `  ${step[0]?.decision.step}`,
      ...step.flatMap((one) => decisionLines(one, catalogue, tell)),
    ]),
  ];
};

const situationLines = (
  { at, mood, incidents, pausedUntil, running, held }: Situation,
  catalogue: Catalogue,
  tell: Tell,
) => {
  const until = mood.until === undefined ? '' : `, until ${tell(mood.until)} if nothing else is heard`;
  const heldLine = ({ moment, journey, step, since, reason, until: latest }: Situation['held'][number]): string =>
    `${nameOf(moment, catalogue)} [${moment}] at ${journey}/${step} since ${tell(since)}: ${reasonInWords(reason, catalogue)} (${reason})${latest === undefined ? '' : `, until ${tell(latest)} at the latest`}`;
  const none = (lines: string[]): string[] => (lines.length > 0 ? lines : ['nothing']);
  const open = incidents?.map(
    ({ incident, since, ends }) =>
      `${incidentInWords(incident)}, since ${tell(since)}; if nobody closes it, it counts until ${tell(ends)}`,
  );
  return [
    '',
    `On ${tell(at)}`,
    ...labelled('mood', [`${mood.word}, ${mark(mood.score)}${mood.isStrong ? ' after a strong sign' : ''}${until}`]),
    ...labelled('open', open ? none(open) : ['not told: the record does not reach back so far']),
    ...labelled('silence', pausedUntil === undefined ? [] : [`asked for until ${tell(pausedUntil)}`]),
    ...labelled(
      'in',
      none(running.map(({ journey, since }) => `${titleOf(journey, catalogue)} [${journey}], since ${tell(since)}`)),
    ),
    ...labelled('held', none(held.map(heldLine))),
  ];
};

const refusalLines = (entry: NotEnteredEntry, catalogue: Catalogue, tell: Tell): string[] => {
  const { at, journey, event, reason, because } = entry;
  const rule = ruleOf(entry, catalogue);
  return [
    `  ${tell(at)}  ${titleOf(journey, catalogue)} [${journey}] after ${event} (${reason})`,
    ...labelled('rests on', rule === undefined ? [] : [rule]),
    ...labelled('they read', [because]),
  ];
};

/** The explanation as people read it, in the customer's time. */
export const explanationLines = (explained: Explained, catalogue: Catalogue): string[] => {
  const { customer, zone, situation, decisions, notEntered, merged = [], promised = [] } = explained;
  const tell: Tell = (at) => when(at, zone);
  const count = decisions.length === 1 ? '1 decision' : `${decisions.length} decisions`;
  const journeys = grouped(decisions, (a, b) => a.decision.enrolment === b.decision.enrolment);
  return [
    `${customer}: ${count}. Times are in ${zone}, with what they are ahead of UTC.`,
    ...merged.map(({ from, into, at }) => `${from} is ${into} since ${tell(at)}: two ids of one person.`),
    ...(situation ? situationLines(situation, catalogue, tell) : []),
    ...(promised.length > 0 ? ['', 'Promised'] : []),
    ...promised.map((entry) => `  ${promiseInWords(entry, catalogue, tell)}`),
    ...(notEntered.length > 0 ? ['', 'Not entered'] : []),
    ...notEntered.flatMap((entry) => refusalLines(entry, catalogue, tell)),
    ...journeys.flatMap((group) => journeyLines(group, explained, catalogue, tell)),
  ];
};
