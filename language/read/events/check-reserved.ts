import { BUS_EVENTS } from '../../catalogue/bus-events.ts';
import { PROMISE } from '../../catalogue/promise-events.ts';
import type { Source } from '../yaml/source.ts';
import type { WrittenEvent } from './event-schema.ts';

/** Fields that we write into what our journeys send. */
const WRITTEN_BY_US = ['decision', 'signature'];

/** Of incidents: all kinds that policy.yaml does not name. */
export const OTHERS = 'others';

/** Names of ours that an event calls something of its own by: one of the two would be lost. */
export const checkReserved = (name: string, event: WrittenEvent, source: Source): void => {
  const { fields, ours, theme, opens, closes } = event;
  const refuse = (field: string, why: string): void => {
    if (Object.hasOwn(fields, field))
      source.report([name, 'fields', field], `\`${field}\` is ${why}: give this field another name`, true);
  };
  refuse('at', 'the time of the event itself, which every event has');
  if (ours) for (const field of WRITTEN_BY_US) refuse(field, 'written by us into every event that our journeys send');
  if (theme !== undefined)
    for (const field of ['said', 'saidAt']) refuse(field, 'what whoever asked for the theme had said, or when');
  if (ours && Object.values<string>(BUS_EVENTS).includes(name))
    source.report([name], `\`${name}\` is what we say ourselves on the bus: give this event another name`, true);
  for (const [word, incident] of Object.entries({ opens, closes }))
    if (incident?.kind === OTHERS)
      source.report(
        [name, word, 'kind'],
        `\`${OTHERS}\` stands in policy.yaml for all kinds that are not named: give this kind another name`,
      );
  if (opens?.kind === PROMISE)
    source.report(
      [name, 'opens', 'kind'],
      `an incident of the kind \`${PROMISE}\` is a broken promise of ours: give this kind another name`,
    );
};
