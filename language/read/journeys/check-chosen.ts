import { isWork } from '../../catalogue/channel.ts';
import { isSocial } from '../../catalogue/purpose.ts';
import type { MomentFile } from '../copy/moments.ts';
import { listNames } from '../yaml/lookup.ts';
import type { ChosenBy } from './chosen-by.ts';
import type { Use } from './flow-state.ts';

/** The name of a fact without what it is read from. */
const bareName = (name: string): string => name.slice(name.indexOf('.') + 1);

/**
 * A fact that customers did not share may choose who gets a moment only if the moment says why; of an attribute, which may
 * have several sources, the gate looks at the last one. What is sensitive chooses for care alone.
 */
export const checkChosen = ({ moment, whole }: MomentFile, use: Use): void => {
  const { file, path, kind, chosen: facts } = use;
  if (!whole) return;
  const say = (message: string) => file.source.report([...path, kind], message);
  for (const [name, { provenance, isSensitive }] of facts) {
    const purpose = moment.purpose ?? file.journey.purpose;
    if (isSensitive && isSocial(purpose) && !isWork(moment.channels))
      say(
        `\`${name}\` is sensitive, and \`${moment.id}\`, which follows it, is ${purpose}: only care, and what is owed to them, may`,
      );
    const refused = unsharedSources(name, provenance);
    if (refused.length === 0 || Object.hasOwn(moment.uses, bareName(name))) continue;
    say(
      `\`${name}\` chooses who gets \`${moment.id}\`, and is ${listNames(refused, 'or')}, which customers did not tell us: choose by something else, or say why under \`uses\` in moments/${moment.id}.md`,
    );
  }
};

const unsharedSources = (name: string, provenance: ChosenBy['provenance']): string[] => {
  const refused = provenance.filter((each) => each !== 'stated' && each !== 'observed');
  const isLookedAt = name.startsWith('customer.') && refused.length < provenance.length;
  return isLookedAt ? [] : [...new Set(refused)];
};
