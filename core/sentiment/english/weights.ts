/**
 * How much each sign speaks for an unhappy writer: `/` before a pattern, `^` before the first word of a sentence, `+` and `-` before
 * a kind of hit, `*` before what is counted. Fitted, not written: test/core/sentiment/fit/main.ts.
 */
const BY_WEIGHT: [weight: string, signs: string][] = [
  [
    '-2.2',
    `
    +phrase`,
  ],
  [
    '-1.9',
    `
    -felt ?`,
  ],
  [
    '-1.8',
    `
    /informs /asks -phrase`,
  ],
  [
    '-1.7',
    `
    /asks-within`,
  ],
  [
    '-1.5',
    `
    +word`,
  ],
  [
    '-0.9',
    `
    -word`,
  ],
  [
    '-0.5',
    `
    ^i need *praise-last`,
  ],
  [
    '-0.4',
    `
    about thank please changed thanks box`,
  ],
  [
    '-0.3',
    `
    like ^what the we be ^just ^thank took hi WEEKDAY explained had when page check bad /since`,
  ],
  [
    '-0.2',
    `
    cancel morning do in ^thanks number yesterday did yet ^we ^our meter wonderful was will order send office
    provider stay fine sure does refund know account his tracking add attached receipt evening but called received
    she make lose ^he should move wife home map /forced`,
  ],
  [
    '-0.1',
    `
    impressed any come expect confirm cost step meeting best even our outage ^she note policy switch saved quick
    ^is screen missing contract there street neighbour fast reset black flight tomorrow ^one invoice single came
    code place either left who expected asked holiday money work thing late customer paid charge ^never is house
    /emphasis sorted here questions turned again whether ^after ^honestly just lot opening honestly forgot problem
    trip vat reply already he locked ^no moved solved way key report open today breakfast accident ^not class
    newsletter job while /in-contrast arrived happy last not ends works course only claim light saw nothing with
    broken between old details let plan membership so ^will try yes writing wrong ^nothing question stayed
    password worst green sign person ^sorry used sent`,
  ],
  [
    '0.1',
    `
    /gone COUNT none taken keeps write down idea reception always exist its lovely upgrade very appointment talk
    over one update her into go supposed dog says before ^for opened brilliant water ago still an out recommend
    customers first online birthday website been message wrote are ^if where ^how each ^still ^this cold went say
    have up line premium letter mail must next simple something floor answers love makes stop show other bought
    start messages gone complaint fault hold died him want system ^a within really whole nice gave dark explain
    all insurance twice ^where data waited row through wait chat mistake hear put believe post mine gate bank
    closed /once-more past delivered right ^why airport getting slept full answer seat they ^every me ask booked
    spent`,
  ],
  [
    '0.2',
    `
    slow tell use own close different service end without call hard ring why take bus as euros for exactly form
    times them someone were back of middle MONTH ^which until feel ^good ^CAN time faster then keep door price
    turns off ever working looked anyone good free product somebody /any-news has`,
  ],
  [
    '0.3',
    `
    which read ^it another by every UNIT told at nobody pay to paying this now said ticket after ^you`,
  ],
  [
    '0.4',
    `
    /why being half ^COUNT than ^the /a-word-alone get same *past and you since /a-span-of-time`,
  ],
  [
    '0.5',
    `
    ^your *negated`,
  ],
  [
    '0.6',
    `
    your`,
  ],
  [
    '0.7',
    `
    /money`,
  ],
  [
    '0.9',
    `
    *only-praise`,
  ],
  [
    '1.1',
    `
    /they-did`,
  ],
  [
    '1.4',
    `
    *sentences`,
  ],
];

export const BIAS = -2.04;

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
