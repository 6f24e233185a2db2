import type { Definitions, JourneyDefinition } from '../../language/catalogue/definition.ts';
import { PANEL_EVENT, PANEL_JOURNEY } from '../../language/catalogue/panel.ts';
import { insteadOf, UNREACHED_EVENT, UNREACHED_JOURNEY } from '../../language/catalogue/unreached.ts';

/** Where a journey is written. What policy asks of some, and what stands for work that is not reached, nobody writes as a journey. */
export const fileOf = ({ id, enter: { on } }: JourneyDefinition, { moments }: Pick<Definitions, 'moments'>): string => {
  if (id === PANEL_JOURNEY && on.includes(PANEL_EVENT)) return 'policy.yaml';
  if (id === UNREACHED_JOURNEY && on.includes(UNREACHED_EVENT)) {
    const work = Object.values(moments).find((moment) => insteadOf(moment) !== undefined);
    if (work) return `moments/${work.id}.md`;
  }
  return `journeys/${id}.yaml`;
};
