import type { Provenance } from '../../../language/catalogue/event.ts';
import { CORRECTED } from '../../../language/catalogue/known.ts';
import { ownValue } from '../../own-value.ts';
import { type Draft, note } from '../draft.ts';
import type { Attribute, Cleared } from '../model/attribute.ts';
import { clip } from '../model/clip.ts';
import type { IncomingEvent } from '../model/incoming.ts';
import { LEFT_OUT } from '../model/refusal.ts';
import { attributeOf, meetAddress, provenanceOf } from './apply-facts.ts';

/**
 * Whether a fact is the customer's to change: some event type tells it otherwise than by what we saw. What we saw ourselves is
 * changed where it happened. Of one that no type tells any more it counts where it came from.
 */
const isTheirs = ({ state, deps }: Draft, name: string): boolean => {
  const typeProvenances = Object.values(deps.catalogue.events).flatMap((type) => {
    const source = ownValue(type.sets, name);
    return source === undefined ? [] : [provenanceOf(type, source)];
  });
  const fact = ownValue(state.attributes, name) ?? ownValue(state.cleared ?? {}, name);
  const provenances: Provenance[] = typeProvenances.length > 0 ? typeProvenances : fact ? [fact.provenance] : [];
  return provenances.some((provenance) => provenance !== 'observed');
};

/** Whether what is known stands: it is newer, or of a correction of the same time that says as much. */
const stands = (current: Attribute | Cleared, at: number, value: unknown): boolean => {
  if (current.at !== at || current.event !== CORRECTED) return current.at > at;
  // Of two corrections of one time a removal counts, and else whichever is always the same.
  return !('value' in current) || (value !== undefined && String(current.value) >= String(value));
};

/** A fact as its customer has it: told by them from now on, or without a value gone, so that nothing older brings it back. */
export const correctFact = (draft: Draft, event: IncomingEvent): void => {
  const { state } = draft;
  const { attribute: name, value } = event.fields;
  if (typeof name !== 'string') return;
  const current = ownValue(state.attributes, name);
  if (!isTheirs(draft, name)) {
    refuse(draft, event);
    return;
  }
  const fact = current ?? ownValue(state.cleared ?? {}, name);
  const at = Date.parse(event.at);
  if (fact && stands(fact, at, value)) return;
  const { [name]: _, ...attributes } = state.attributes;
  const { [name]: __, ...cleared } = state.cleared ?? {};
  const origin = { provenance: 'stated' as const, event: event.type, at };
  const isGiven = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (isGiven) {
    const corrected = attributeOf(draft, name, value, origin, current?.sensitive === true);
    state.attributes = { ...attributes, [name]: corrected };
    if (corrected.since === undefined) meetAddress(draft, name, at);
    if (state.cleared) state.cleared = Object.keys(cleared).length > 0 ? cleared : undefined;
  } else {
    state.attributes = attributes;
    state.cleared = { ...cleared, [name]: origin };
  }
  const change = isGiven ? 'changed' : 'removed';
  note(draft, { kind: 'corrected', attribute: name, change, ...(fact ? { was: fact.provenance } : {}) });
};

const refuse = (draft: Draft, { type, id, fields }: IncomingEvent): void => {
  const named = JSON.stringify(clip(String(fields.attribute), 60));
  const message = `${type} was not taken: nobody tells us ${named}, or we saw it ourselves and it is changed where it happened.`;
  note(draft, { kind: 'rejected', reason: LEFT_OUT, message, event: type, id });
};
