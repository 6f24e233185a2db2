import { DAY, HOUR } from '../../language/catalogue/milliseconds.ts';
import { END, START } from './happening.ts';
import { type Chance, chance } from './random.ts';

export interface Person {
  id: string;
  firstName: string;
  plan: 'solo' | 'team' | 'internal';
  zone: string;
  locale: string;
  currency: string;
  /** Hours ahead of UTC; none of these zones changes its clock in the quarter. */
  offset: number;
  /** When they joined: before the quarter for those who are imported. */
  since: number;
  imported: boolean;
  chance: Chance;
}

const PEOPLE = 240;

const NAMES = (
  'Ada Amir Ana Anouk Aoife Arjun Astrid Ayo Bela Ben Bianca Bo Carla Cem Chidi Clara Dai Dana Diego Dina Ebba Elif Emeka ' +
  'Enzo Esme Farah Felix Fiona Gael Gita Goran Hana Hugo Ida Imran Ines Ivo Jada Jan Jia Jonas Juno Kai Karin Kenji Kofi ' +
  'Lara Lena Leo Lin Luca Mara Mateo Mei Milan Mina Nadia Naoki Nia Noor Olga Omar Oona Otis Paula Petra Priya Quinn Rafa ' +
  'Rania Remy Rosa Ruth Sami Sana Selma Sven Tariq Tess Theo Uma Vera Wei Yara Yuki Zane Zoe'
).split(' ');

/** Zone, hours ahead of UTC from July to September, locale, currency. The ones that come twice are twice as likely. */
const PLACES = [
  ['Europe/London', 1, 'en', 'GBP'],
  ['Europe/London', 1, 'en', 'GBP'],
  ['Europe/Berlin', 2, 'en', 'EUR'],
  ['Europe/Berlin', 2, 'en', 'EUR'],
  ['Europe/Paris', 2, 'fr', 'EUR'],
  ['Africa/Nairobi', 3, 'en', 'KES'],
  ['Asia/Kolkata', 5.5, 'en', 'INR'],
  ['Asia/Tokyo', 9, 'en', 'JPY'],
  ['Australia/Sydney', 10, 'en', 'AUD'],
  ['America/Sao_Paulo', -3, 'en', 'BRL'],
  ['America/New_York', -4, 'en', 'USD'],
  ['America/New_York', -4, 'en', 'USD'],
  ['America/Los_Angeles', -7, 'en', 'USD'],
] as const;

const planOf = (luck: Chance): Person['plan'] => {
  const lot = luck.next();
  if (lot < 0.025) return 'internal';
  return lot < 0.31 ? 'team' : 'solo';
};

const person = (seed: number, number: number): Person => {
  const luck = chance(seed * 100_003 + number * 7919);
  const [zone, offset, locale, currency] = luck.pick(PLACES);
  const imported = number % 2 === 1;
  const joined = imported ? START - luck.between(40, 2600) * DAY : luck.between(START + DAY, END - 14 * DAY);
  const person: Person = {
    id: `c-${String(number).padStart(4, '0')}`,
    firstName: luck.pick(NAMES),
    plan: planOf(luck),
    zone,
    offset,
    locale,
    currency,
    since: joined,
    imported,
    chance: luck,
  };
  return imported ? person : { ...person, since: luck.happens(0.12) ? joined : awake(person, joined) };
};

/** At least `from`, in the waking hours of that day or the next where the person lives. */
export const awake = (who: Person, from: number): number => {
  const local = from + who.offset * HOUR;
  const midnight = Math.floor(local / DAY) * DAY;
  const today = midnight + who.chance.between(8.2, 21.5) * HOUR;
  const chosen = today >= local ? today : midnight + DAY + who.chance.between(8.2, 12) * HOUR;
  return Math.floor((chosen - who.offset * HOUR) / 1000) * 1000;
};

export const people = (seed: number): Person[] => Array.from({ length: PEOPLE }, (_, index) => person(seed, index + 1));
