import type { EventType } from '../../language/catalogue/event.ts';
import { evaluate } from '../../language/expressions/condition.ts';
import { shortId } from './model/bound.ts';

/** The incidents that an event opens and closes, by their names in the item, such as `ticket:t1`. */
export interface IncidentNames {
  opens?: string;
  closes?: string;
}

/** What an incident is called that an event opens or closes; undefined where it does neither, or has no id for it. */
export const incidentName = async (
  of: EventType['opens'],
  names: Record<string, unknown>,
): Promise<string | undefined> => {
  const id = of && (await evaluate(of.incident, names));
  return of && id !== undefined ? `${of.kind}:${shortId(String(id))}` : undefined;
};

export const incidentNames = async (
  { opens, closes }: EventType,
  names: Record<string, unknown>,
): Promise<IncidentNames> => {
  const [opened, closed] = [await incidentName(opens, names), await incidentName(closes, names)];
  return { ...(opened === undefined ? {} : { opens: opened }), ...(closed === undefined ? {} : { closes: closed }) };
};
