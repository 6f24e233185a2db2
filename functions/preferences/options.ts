import { consentKey } from '../../core/customer/model/consent.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { isShut } from '../../core/gate/reach.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { CHANNELS, SENDABLE } from '../../language/catalogue/channel.ts';
import type { Speech } from '../shared/speech.ts';

export type Kind = 'topic' | 'channel';

/** Something that a customer may have on or off. */
export interface Option {
  kind: Kind;
  id: string;
  /** As customers read it. */
  name: string;
  on: boolean;
  /** They said so themselves; else it is what applies to everybody. */
  isChosen: boolean;
}

export interface OptionChoice {
  kind: Kind;
  id: string;
  choice: 'granted' | 'withdrawn';
}

/** How a form names an option; the same as the item's consent does. */
export const keyOf = ({ kind, id }: Pick<Option, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Whether nothing of a topic is sent without a yes. */
const needsYes = ({ policy, moments }: Pick<Catalogue, 'policy' | 'moments'>, topic: string): boolean => {
  const own = Object.values(moments).filter((moment) => moment.topic === topic);
  return own.length > 0 && own.every(({ purpose }) => purpose !== undefined && policy.purposes[purpose].optIn === true);
};

/** What this customer can choose, topics first, as it stands now. */
export const optionsOf = (
  catalogue: Pick<Catalogue, 'policy' | 'moments'>,
  consent: CustomerState['consent'] = {},
  { name: nameOf }: Pick<Speech, 'name'> = { name: (_kind, _id, otherwise) => otherwise },
): Option[] => {
  const usedChannels = new Set(Object.values(catalogue.moments).flatMap(({ channels }) => channels));
  const standing = (key: string, otherwise: boolean) => {
    const choice = consent[key]?.choice;
    return { on: choice === undefined ? otherwise : choice === 'granted', isChosen: choice !== undefined };
  };
  return [
    ...Object.entries(catalogue.policy.topics).map(([id, name]) => ({
      kind: 'topic' as const,
      id,
      name: nameOf('topic', id, name),
      ...standing(consentKey('topic', id), !needsYes(catalogue, id)),
    })),
    ...SENDABLE.filter((id) => usedChannels.has(id) && !isShut(id, catalogue.policy)).map((id) => ({
      kind: 'channel' as const,
      id,
      name: nameOf('channel', id, CHANNELS[id].customer.name),
      ...standing(consentKey('channel', id), true),
    })),
  ];
};

/**
 * What a form changes: where it stands otherwise than it was shown. What was shown counts, not what is known now, so that
 * a box nobody touched says neither yes nor no.
 */
export const choicesOf = (options: Option[], was: ReadonlySet<string>, on: ReadonlySet<string>): OptionChoice[] =>
  options
    .filter((option) => was.has(keyOf(option)) !== on.has(keyOf(option)))
    .map(({ kind, id }) => ({ kind, id, choice: on.has(keyOf({ kind, id })) ? 'granted' : 'withdrawn' }));
