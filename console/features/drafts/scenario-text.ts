import { formatDuration } from '../../../language/catalogue/duration.ts';
import type { Played, PlayRequest } from '../../worker/play.ts';
import { idOf, type Start } from './starts.ts';

const plain = (value: unknown): string =>
  typeof value === 'string' && !/^[A-Za-z][\w @.-]*$/.test(value) ? JSON.stringify(value) : String(value);

const flow = (facts: Record<string, unknown>): string =>
  `{ ${Object.entries(facts)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : plain(value)}`)
    .join(', ')} }`;

/** Whole minutes from the start: "at" means within five of them. */
const after = (at: string, start: string): string => {
  const minutes = Math.round((Date.parse(at) - Date.parse(start)) / 60_000);
  return minutes <= 0 ? '0 days' : formatDuration(minutes * 60);
};

const localStart = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(at))
    .replace(' ', 'T');

const expectations = ({ entries }: Played, start: string): string[] =>
  entries.flatMap((entry) => {
    if (entry.kind === 'ended' || entry.kind === 'goal')
      return [`  - at ${after(entry.at, start)}: ${entry.kind} ${entry.journey}`];
    if (entry.kind !== 'decision') return [];
    const by = entry.outcome === 'sent' && entry.channel ? ` by ${entry.channel}` : '';
    const reason = entry.outcome === 'sent' ? '' : ` reason ${entry.reason}`;
    return [`  - at ${after(entry.at, start)}: ${entry.outcome} ${entry.moment}${by}${reason}`];
  });

/** What was played, as a scenario: it says from now on that this has to come of it. */
export const scenarioText = (name: string, request: PlayRequest, played: Played, zone: string): Start => {
  const { customer, startsAt, events, arms } = request;
  const who = { id: customer.id, ...customer.attributes };
  const lines = [
    '# yaml-language-server: $schema=../../language/schemas/scenario.json',
    `scenario: ${plain(name)}`,
    `customer: ${flow(who)}`,
    `start: ${localStart(startsAt, zone)}`,
    ...(Object.keys(arms).length > 0 ? [`arms: ${flow(arms)}`] : []),
    'timeline:',
    ...events.flatMap(({ at, event, with: fields }) => [
      `  - at: ${after(at, startsAt)}`,
      `    event: ${event}`,
      ...(Object.keys(fields).length > 0 ? [`    with: ${flow(fields)}`] : []),
    ]),
    'expect:',
    ...expectations(played, startsAt),
  ];
  return { path: `scenarios/${idOf(name)}.yaml`, text: `${lines.join('\n')}\n` };
};
