/**
 * How much each sign speaks for an unhappy writer: `/` before a pattern, `^` before the first word of a sentence, `+` and `-` before
 * a kind of hit, `*` before what is counted. Fitted, not written: test/functions/sentiment/fit/main.ts.
 */
const BY_WEIGHT: [weight: string, signs: string][] = [
  [
    '-2.3',
    `
    +phrase`,
  ],
  [
    '-2.0',
    `
    ? -felt`,
  ],
  [
    '-1.8',
    `
    -phrase /informs`,
  ],
  [
    '-1.7',
    `
    /asks`,
  ],
  [
    '-1.5',
    `
    /asks-within +word`,
  ],
  [
    '-0.9',
    `
    -word`,
  ],
  [
    '-0.6',
    `
    *praise-last ^i`,
  ],
  [
    '-0.5',
    `
    need`,
  ],
  [
    '-0.4',
    `
    about we be thanks`,
  ],
  [
    '-0.3',
    `
    +face thank ^what in please box like ^just explained number ^we ^thanks hi the`,
  ],
  [
    '-0.2',
    `
    order outage cancel was send know wonderful make will changed had refund yet WEEKDAY ^thank sure check took
    called do /forced his fine office add there bad contract receipt evening received morning impressed page move
    she even come does when wife work missing meter`,
  ],
  [
    '-0.1',
    `
    /since should meeting home left cost lose tomorrow ^she claim did account yesterday ^our attached ^he single
    saved neighbour ^one quick best here code street tracking place our so flight broken job charge stay today
    note arrived asked late turned invoice moved ^is it came trip screen paid he lot ^sorry new confirm train that
    sorted solved just who money sent but problem report works sorry let else breakfast reset policy /in-contrast
    change any forgot already happy ^my nothing between again course waiting try details opening open booking buy
    ^nothing normal only ends room while sign green up expected ^will old i person is correct ^no think found
    error class`,
  ],
  [
    '0.1',
    `
    one always dog taken says customers update appointment kids reception keeps line phone supposed very ORDINAL
    ^that ^for talk water birthday opened first lovely brilliant into look ^still full on ago recommend much been
    gone bank upgrade ^if are time floor stop go where online cold last her hear bill ^how COUNT love ^this simple
    show replacement mail end *tells messages complaint bought something other answers whole ^a mistake lost down
    fault explain twice chat next died dark within hold row gate slow system still say nice insurance closed tell
    /once-more put went ^why ^where gave waited more working delivered post /gone use all over airport through ask
    slept a booked they of want ^which getting past as without me different own`,
  ],
  [
    '0.2',
    `
    keep good spent UNIT seat another exactly believe ring hard feel MONTH someone price euros bus for data
    somebody back take were ^CAN times service pay form which door middle them answer faster every off anyone this
    after until read told ^it then ^good looked product why ever by nobody`,
  ],
  [
    '0.3',
    `
    /any-news now at ^the said has free half ticket paying ^you get being`,
  ],
  [
    '0.4',
    `
    to /a-word-alone ^COUNT same since than and *past`,
  ],
  [
    '0.5',
    `
    ^your /why you *negated`,
  ],
  [
    '0.6',
    `
    your /a-span-of-time`,
  ],
  [
    '0.7',
    `
    /money`,
  ],
  [
    '1.1',
    `
    /they-did *only-praise`,
  ],
  [
    '1.7',
    `
    *sentences`,
  ],
];

export const BIAS = -1.31;

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
