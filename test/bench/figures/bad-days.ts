import { HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { playBadDay, playGoodDays } from '../../storm/bad-day.ts';
import { BAD_DAYS } from '../../storm/operations.ts';
import type { Figure } from '../figure.ts';
import type { Part } from '../parts.ts';
import { playWave, type Wave } from '../wave.ts';

const ASKED = { seed: 1, customers: 100 };

/** A million in an hour at 14 emails a second is twenty hours of sending; one in five hundred of both is as long. */
const SCALE = 500;
const MILLION = { people: 1_000_000 / SCALE, rate: 14 / SCALE };
const WAVES: (Pick<Wave, 'isPaced' | 'purpose'> & { name: string })[] = [
  { name: 'what can wait, with maxSendRate', isPaced: true, purpose: 'relationship' },
  { name: 'what can wait, without it', isPaced: false, purpose: 'relationship' },
  { name: 'what cannot wait, with maxSendRate', isPaced: true, purpose: 'care' },
];

const none = (figure: string, value: number, unit: string): Figure => ({
  figure,
  value,
  unit,
  aim: 'none',
  met: value === 0,
});
const reported = (figure: string, value: number, unit: string): Figure => ({ figure, value, unit, aim: 'reported' });

/** What was late on bad days, and that nothing was lost: real functions, virtual time. */
export const badDayFigures: Part = async ({ tell }) => {
  const figures: Figure[] = [];
  tell(`the days without trouble, ${ASKED.customers} customers`);
  const good = await playGoodDays(ASKED);
  for (const [name, badDay] of Object.entries(BAD_DAYS)) {
    tell(name);
    const { sent, late, middle, longest, otherwise, notReached, lost, broken } = await playBadDay(ASKED, badDay, good);
    tell(`decided otherwise: ${JSON.stringify(otherwise)}`);
    const others = notReached + Object.values(otherwise).reduce((sum, count) => sum + count, 0);
    figures.push(
      none(`${name}: messages without a decision`, lost, 'messages'),
      none(`${name}: promises broken`, broken, 'promises'),
      reported(`${name}: late, of ${sent}`, late, 'messages'),
      reported(`${name}: the middle one of them was late by`, middle / MINUTE, 'minutes'),
      reported(`${name}: the latest`, longest / HOUR, 'hours'),
      reported(`${name}: decided otherwise, or not come to`, others, 'messages'),
    );
  }
  for (const { name, ...wave } of WAVES) {
    tell(`a wave: ${name}`);
    const { sent, hours, requests, dropped } = await playWave({ ...MILLION, ...wave });
    figures.push(
      none(`a million in an hour, ${name}: not sent`, MILLION.people - sent, `of ${MILLION.people}`),
      none(`a million in an hour, ${name}: dropped`, dropped, `of ${MILLION.people}`),
      reported(`a million in an hour, ${name}: the last after`, hours, 'hours'),
      reported(`a million in an hour, ${name}: SES asked for each`, requests, 'times'),
    );
  }
  return figures;
};
