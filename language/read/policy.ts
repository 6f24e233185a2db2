import { READ_LANGUAGES } from '../catalogue/languages.ts';
import { LONGEST_INCIDENT } from '../catalogue/longest-incident.ts';
import type { IncidentPolicy, Policy, Team } from '../catalogue/policy.ts';
import { PROMISE } from '../catalogue/promise-events.ts';
import { notRead } from './not-read.ts';
import { WrittenPolicy } from './policy-schema.ts';
import { readShape } from './yaml/shape.ts';
import type { Source } from './yaml/source.ts';

export const readPolicy = (source: Source): Policy | undefined => {
  const policy = source.sound ? readShape(WrittenPolicy, source.value ?? undefined, source) : undefined;
  if (!policy) return undefined;
  if (policy.mood.strong > policy.mood.negative)
    source.report(['mood', 'strong'], '`strong` is a mood worse than `negative`: give it the lower number');
  if (policy.quietHours && policy.quietHours.from === policy.quietHours.to)
    source.report(['quietHours'], 'quiet hours from and to the same time: leave them out, or give them a length', true);
  for (const purpose of ['care', 'transactional'] as const)
    if (policy.purposes[purpose].cap)
      source.report(
        ['purposes', purpose, 'cap'],
        purpose === 'care'
          ? 'messages of care are capped under `caps: { care: … }`'
          : 'transactional messages have no cap: who asked for something gets it',
        true,
      );
  for (const [language, weight] of Object.entries(policy.languages ?? {}))
    if (weight > 0 && !READ_LANGUAGES.some((read) => read === language))
      source.warn(['languages', language], notRead(language), true);
  for (const [team, { hours }] of Object.entries(policy.teams ?? {}))
    if (hours && hours.from >= hours.to)
      source.report(
        ['teams', team, 'hours'],
        `the day of ${team} ends at ${hours.to}, before it begins at ${hours.from}: write hours of one day, such as \`{ from: "09:00", to: "17:00" }\``,
        true,
      );
  const { ask, themes, teams, ...rest } = policy;
  return {
    ...rest,
    incidents: incidentsOf(policy),
    ...(themes && { themes: themesOf(themes) }),
    ...(ask && { ask: { moment: ask.moment, share: ask.share, seconds: ask.atMost.seconds } }),
    ...(teams && { teams: teamsOf(teams) }),
  };
};

const teamsOf = (teams: NonNullable<WrittenPolicy['teams']>): Record<string, Team> =>
  Object.fromEntries(
    Object.entries(teams).map(([name, { calls, hours }]) => [
      name,
      { ...(calls && { calls: calls.count }), ...(hours && { hours }) },
    ]),
  );

const DAY = 86_400;

/** What lasts how long where policy.yaml does not say it. */
const LASTS: Record<string, number> = {
  ticket: 30 * DAY,
  failure: 14 * DAY,
  [PROMISE]: 7 * DAY,
  others: LONGEST_INCIDENT,
};

const incidentsOf = ({ incidents = {} }: WrittenPolicy): Record<string, IncidentPolicy> => {
  const others = incidents.others?.lasts ?? LONGEST_INCIDENT;
  const kinds = [...new Set([...Object.keys(LASTS), ...Object.keys(incidents)])];
  return Object.fromEntries(
    kinds.map((kind) => {
      const { lasts = LASTS[kind] ?? others, merge } = incidents[kind] ?? {};
      return [kind, { lasts, ...(merge === undefined ? {} : { merge }) }];
    }),
  );
};

/** A text is searched for the words of all languages: whoever writes one of them means that theme. */
const themesOf = (themes: NonNullable<WrittenPolicy['themes']>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(themes).map(([theme, words]) => [theme, Array.isArray(words) ? words : Object.values(words).flat()]),
  );
