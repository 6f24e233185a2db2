import type { Text } from './texts.ts';
import { chance } from './train.ts';

const SEED = 20_261_128;
const HOW_MANY = 5_000;
/** Several are like each other. */
const COUNTS = 0.5;

const words = (list: string): string[] => list.split(',').map((word) => word.trim());

const EVENTS = words(
  'wedding, birthday, flight, train, exam, concert, appointment, meeting, check-up, interview, graduation, match, course, anniversary, party, viewing, inspection, delivery, booking, holiday, shift, surgery, funeral, christening, reunion, lesson, conference, opening, game, marathon, move, trip, tour, dinner, lunch, class, rehearsal, hearing, payday, school trip, hospital visit, first day, last day, next instalment, next payment, renewal, birthday dinner, hotel stay, return flight, dentist appointment, baby shower, office party',
);
const WHEN = words(
  'on Monday, on Tuesday, on Wednesday, on Thursday, on Friday, on Saturday, on Sunday, next week, next month, in March, in April, in May, in June, in July, in August, in September, in October, in November, tomorrow, this afternoon, at nine, at noon, at half past six, on the 3rd, on the 14th, on the 30th, in two weeks, in spring, in autumn, after Easter, before Christmas, this weekend, at the weekend, on the first of the month, at 7:40, on 12 June',
);
const PAST = words(
  'today, yesterday, this morning, last night, last week, last month, on Monday, on Tuesday, on Friday, on Saturday, on Sunday, in March, in May, in August, over the weekend, an hour ago, two days ago, a month ago, last year, in 2019, on the 4th, at lunch, before breakfast, after work, on the way home, at the station, in town, in your shop, online, by phone, with my card, at the counter',
);
const THINGS = words(
  'router, phone, laptop, tablet, printer, camera, car, bike, scooter, boiler, thermostat, meter, fridge, oven, dishwasher, kettle, lamp, sofa, table, chair, wardrobe, bed, mattress, curtain, carpet, jacket, coat, shirt, dress, suit, pair of shoes, bag, suitcase, umbrella, watch, ring, book, ticket, voucher, card, key, passport, letter, form, receipt, label, box, parcel, order, pram, cot, toy, guitar, piano, television, radio, speaker, headset, charger, cable, battery, window, door, gate, garage, shed, plant, lawn mower, drill, ladder, tent, helmet, racket, ball, cake, coffee machine, pan, plate, glass, pillow, towel, mirror, painting, poster, calendar, folder, invoice, contract, policy, statement, certificate, photo, sample, catalogue, leaflet, remote, aerial, alarm, sensor, plug, switch, tap, shower, sink, heater, radiator, roof, wall, fence, hedge, subscription card, gift card, SIM card, memory card, boarding pass, room, seat, luggage, confirmation, branch, account, password, email, message, link, website, app, invoice number, address, number, name, menu, dish, pizza, salad, wine, bread, milk, medicine, prescription, glasses, tooth, dog, cat, horse, garden, flat, house, office, shop, hotel, restaurant, museum, pool, beach, bus, tram, plane, ferry, taxi, road, bridge, bank, school, pharmacy, library, rent, salary, deposit, loan, mortgage, insurance, tax form, budget, discount code, points, membership, team, choir, newsletter, survey, questionnaire, upgrade, backup, file, spreadsheet, screenshot, video, song, film, series, game, level, profile, avatar, keyboard, mouse, screen, microphone, drone, engine, tyre, brake, mirror, seat belt, licence, number plate',
);
const PLACES = words(
  'in the hallway, in the kitchen, in the cellar, in the garage, on the desk, on the shelf, on the second floor, next to the window, next to the door, behind the house, under the stairs, at the office, at my mother’s, at the neighbours’, in my bag, in the car, in the living room, on the wall, by the front door, in the cupboard, at the reception, upstairs, downstairs, outside, on the balcony, in the attic, in the drawer, here, at home, at work, on the left side, in front of me, with me, at the post office',
);
const DONE = words(
  'booked, bought, ordered, picked up, collected, returned, sent back, unpacked, installed, opened, put together, connected, charged, switched on, switched off, restarted, reset, measured, photographed, signed, scanned, printed, posted, filled in, read, found, wrapped, gave away, sold, lent, borrowed, moved, painted, cleaned, swapped, replaced, registered, activated, paid for, received, got, took, chose, reserved, looked at, tried, tried on, showed to my wife, gave to my brother, kept, packed, checked, copied, renewed, upgraded, insured, weighed, wrote down, entered, typed, saw, visited, watched, heard, forwarded, deleted, saved, downloaded, uploaded, updated, set up, renamed, shared, sorted, counted, compared, asked about, talked about, thought about, learned about, parked, drove, repaired, sewed, washed, baked, ate, planted, cut, drew, framed, delivered, dropped off, left, stopped at, walked to, called about, sat in, stayed in, stayed at, slept in, met at',
);
const PEOPLE = words(
  'my wife, my husband, my son, my daughter, my mother, my father, my brother, my sister, my neighbour, my colleague, my boss, my landlord, my friend, my grandmother, my uncle, my partner, my flatmate, my assistant, the engineer, the plumber, the driver, the electrician, the technician, the courier, the postman, the doctor, the teacher, the caretaker, the accountant, the lawyer, the vet, the gardener, the nurse, the builder, a colleague of yours, the lady at the till, the man at the desk',
);
const DOES = words(
  'comes {when}, arrives {when}, has the {thing}, has a copy, uses the {thing}, lives next door, works there, was here {past}, came {past}, called {past}, set up the {thing}, looks after the {thing}, signs for me, picks up the {thing} {when}, opens the door, is here {when}, is away {when}, starts {when}, has a key, knows the code, left a note {past}, changed the {thing} {past}, brought the {thing} {past}, will be there {when}, speaks for me, pays the bill, wears it to work, reads the emails',
);
const STATES = words(
  'at work, at home, on holiday, away, in a meeting, on the train, on the late shift, in hospital, at the airport, in the waiting room, at school, on a course, in Spain, in Leeds, abroad, on leave, out of the office, at my parents’, on the road, in the garden, with a customer, at the gym, on call, in town, at the seaside',
);
const UNTIL = words(
  'until Monday, until Thursday, until the 9th, until five, until noon, this week, next week, today, all day, at the moment, most days, on Fridays, in the mornings, for two weeks, for ten days, from Monday to Friday, over Christmas, during the holidays',
);
const ABOUT_ME = words(
  'a nurse, a teacher, a student, a driver, a baker, retired, self-employed, new here, 34, 58, 71 and live alone, a member since 2016, the account holder, the treasurer of our club, the tenant, left-handed, vegetarian, allergic to nuts, size M, a night owl, with another bank, on the small plan, on the family plan, on the monthly plan, a customer since March, an engineer and work weekends, a father of three, a carer for my aunt',
);
const HABITS = words(
  'I use the {thing} for work, I use it on my {thing}, I pay by direct debit, I pay at the end of the month, I take the bus to work, I cook with gas, I work nights, I work from home on Fridays, I live in a flat on the third floor, I live with my parents, I study in York, I read it on the train, I listen to it in the car, I get paid on the 28th, I have a cat and two dogs, I have one {thing} and two of the other kind, I keep the {thing} {place}, I share the {thing} with my sister, I have an account with you and one with my bank, I drive a van, I run a small shop, I play in a band, I go to the gym on Tuesdays, I look after my aunt’s post',
);
const SAYS = words(
  'The screen says {number}, The page says {number}, The app shows {number}, The letter says {when}, The label says {number}, The display shows {number}, The meter says {number}, The {thing} has number {number}, The reference is {number}, The code is {number}, My order number is {number}, My customer number is {number}, The serial number is {number}, The light on the {thing} is green, The light on the {thing} is orange, The {thing} is blue, The {thing} is the one from 2021, The {thing} is size 42, The {thing} is a present, The {thing} belongs to {person}, The {thing} came {past}, The {thing} arrived {past}, The {thing} was in the post {past}, The {thing} costs 40 pounds, The {thing} weighs two kilos',
);
const PLANS = words(
  'I will call you {when}, I will send the {thing} {when}, I will be there {when}, I will look at it {when}, I fly home {when}, We move house {when}, We get the keys {when}, We are getting married {when}, I start a new job {when}, I turn forty {when}, The baby is due {when}, The shop opens {when}, The school starts {when}, The contract ends {when}, My lease ends {when}, My plan renews {when}, The builders start {when}, Our office closes {when}, The guests arrive {when}, I pick up the {thing} {when}, {when} works for me, {when} is better',
);
const GREETINGS = words('Hello, Hi, Good morning, Dear team, Hi there, Good afternoon');

/** Sentences of plain news: what happened, where something stands, who comes when. Commas end an entry, so none has one. */
const SENTENCES: ((pick: (from: string[]) => string) => string)[] = [
  (pick) => `My ${pick(EVENTS)} is ${pick(WHEN)}`,
  (pick) => `The ${pick(EVENTS)} is ${pick(WHEN)}`,
  (pick) => `I ${pick(DONE)} the ${pick(THINGS)} ${pick(PAST)}`,
  (pick) => `I ${pick(DONE)} my ${pick(THINGS)} ${pick(PAST)}`,
  (pick) => `I ${pick(DONE)} two of them ${pick(PAST)}`,
  (pick) => `We ${pick(DONE)} the ${pick(THINGS)}`,
  (pick) => `I ${pick(DONE)} a ${pick(THINGS)} for ${pick(PEOPLE)}`,
  (pick) => `My ${pick(THINGS)} is one ${pick(THINGS)}`,
  (pick) => `The ${pick(THINGS)} is ${pick(PLACES)}`,
  (pick) => `My ${pick(THINGS)} is ${pick(PLACES)}`,
  (pick) => `I have the ${pick(THINGS)} ${pick(PLACES)}`,
  (pick) => `${pick(PEOPLE)} ${pick(DOES)}`,
  (pick) => `I am ${pick(STATES)} ${pick(UNTIL)}`,
  (pick) => `I was ${pick(STATES)} ${pick(PAST)}`,
  (pick) => `We are ${pick(STATES)} ${pick(UNTIL)}`,
  (pick) => `I am ${pick(ABOUT_ME)}`,
  (pick) => pick(HABITS),
  (pick) => pick(SAYS),
  (pick) => pick(PLANS),
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Plain news as customers write it when they answer, of which no word tells a mood: seeded, English. Whoever writes messages to
 * a help desk leaves it out, and a model that has seen plain words in complaints alone takes them for one.
 */
export const plainNews = (): Text[] => {
  const next = chance(SEED);
  const pick = (from: string[]): string => from[Math.floor(next() * from.length)]!;
  const slots: Record<string, () => string> = {
    '{when}': () => pick(WHEN),
    '{past}': () => pick(PAST),
    '{thing}': () => pick(THINGS),
    '{place}': () => pick(PLACES),
    '{person}': () => pick(PEOPLE),
    '{number}': () => String(10 + Math.floor(next() * 90_000)),
  };
  const sentence = (): string => {
    const shape = SENTENCES[Math.floor(next() * SENTENCES.length)]!;
    return capital(shape(pick).replaceAll(/\{\w+\}/g, (slot) => slots[slot]!()));
  };
  const news = (): string => {
    const greeting = next() < 0.15 ? `${pick(GREETINGS)}, ` : '';
    const second = next() < 0.25 ? ` ${sentence()}.` : '';
    return `${greeting}${sentence()}${next() < 0.9 ? '.' : ''}${second}`;
  };
  return Array.from({ length: HOW_MANY }, () => ({
    mood: 'neutral' as const,
    strong: false,
    kind: 'support',
    text: news(),
    weight: COUNTS,
    from: 'plain news',
  }));
};
