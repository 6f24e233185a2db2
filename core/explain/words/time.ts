import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { offsetAt } from '../../time/zone.ts';

/** `Tue 14 Jul 2026, 09:14` in a zone. */
export const inWords = (at: string | number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(at));

/** `+02:00`: how far the clocks of a zone are ahead of UTC. */
export const offsetInWords = (at: string | number, zone: string): string => {
  const minutes = Math.round(offsetAt(zone, new Date(at).getTime()) / MINUTE);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
};
