/**
 * How much each sign speaks for an unhappy writer: `/` before a pattern, `^` before the first word of a sentence, `+` and `-` before
 * a kind of hit, `*` before what is counted. Fitted, not written: test/functions/sentiment/fit/main.ts.
 */
const BY_WEIGHT: [weight: string, signs: string][] = [
  [
    '-2.2',
    `
    +phrase`,
  ],
  [
    '-1.8',
    `
    ? -felt -phrase /asks`,
  ],
  [
    '-1.7',
    `
    /informs`,
  ],
  [
    '-1.5',
    `
    +word`,
  ],
  [
    '-1.4',
    `
    /asks-within`,
  ],
  [
    '-1.0',
    `
    -word`,
  ],
  [
    '-0.8',
    `
    *praise-last`,
  ],
  [
    '-0.6',
    `
    ^i`,
  ],
  [
    '-0.4',
    `
    about we need`,
  ],
  [
    '-0.3',
    `
    in order please +face thanks be ^what box ^we thank like was had number ^thanks hi will do`,
  ],
  [
    '-0.2',
    `
    send outage ^just the yet WEEKDAY /forced changed know refund cancel his come add left fine evening bad here
    contract there ^thank claim make receipt wife received move office lose meter home`,
  ],
  [
    '-0.1',
    `
    should work tomorrow sure came meeting single account check impressed called even ^is yesterday ^he broken it
    just saved page does neighbour turned that screen code who fixed best quick did arrived paid ^my stay card
    what when charge note took late trip already but money she moved morning lot ^everything broke today class
    train solved sent shop so ^our sorted problem report else see ^she works let start forgot missing wonderful
    old happy flight ^nothing waiting between used booking error breakfast ends invoice expected asked cost no up
    ^no help he our /in-contrast while everything confirm try`,
  ],
  [
    '0.1',
    `
    food website customers ORDINAL longer system ^every kids taken ^for online appointment update repair into
    really contact email full ^where with upgrade made very gone first mistake /since says ^if delivered bank ago
    ^still take ^that lovely all down /gone recommend feel stop go love much /once-more cold ^a ^how show messages
    time simple end replacement still bill COUNT ^this on answers mail whole dark ^would other something ^why say
    gave over are next explain nice my died lost booked chat working another slow within last closed ^it waited
    airport ^which gate complaint want good post a went service ^CAN ring one put MONTH different data they keep
    getting someone own spent as past`,
  ],
  [
    '0.2',
    `
    /any-news seat of were back exactly this price me bus euros use which ^good without pay form product somebody
    answer off door more them tell every middle then nobody why said UNIT after until anyone read told times ever
    half at looked for has`,
  ],
  [
    '0.3',
    `
    now free ticket by paying ^the being ^you get`,
  ],
  [
    '0.4',
    `
    /a-word-alone to ^COUNT same since than and /why *past`,
  ],
  [
    '0.5',
    `
    ^your your *negated you`,
  ],
  [
    '0.6',
    `
    /money`,
  ],
  [
    '0.7',
    `
    /a-span-of-time`,
  ],
  [
    '0.9',
    `
    /they-did`,
  ],
  [
    '1.3',
    `
    *only-praise`,
  ],
  [
    '1.7',
    `
    *sentences`,
  ],
];

export const BIAS = -1.62;

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
