import { panelWeek, panelWeekBegins } from '../../core/customer/panel-draw.ts';
import { ownValue } from '../../core/own-value.ts';
import { iso } from '../../core/time/instant.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { PANEL_EVENT, PANEL_SOURCE } from '../../language/catalogue/panel.ts';

/** When the next week of a panel begins after an instant, in milliseconds; undefined where nobody is asked. */
export const nextDraw = ({ events }: Pick<Catalogue, 'events'>, after: number): number | undefined => {
  const draw = ownValue(events, PANEL_EVENT)?.everyone?.draw;
  return draw && panelWeekBegins(draw, panelWeek(draw, after) + 1);
};

/** What a stage's clock sends then. A world that stopped in between sends it again, and it is known by its id. */
export const drawEnvelope = (at: number) => ({
  id: `panel-${at}`,
  source: PANEL_SOURCE,
  'detail-type': PANEL_EVENT,
  time: iso(at),
  detail: {},
});
