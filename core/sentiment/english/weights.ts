/**
 * How much each sign speaks for an unhappy writer: `/` before a pattern, `^` before the first word of a sentence, `+` and `-` before
 * a kind of hit, `*` before what is counted. Fitted, not written: test/core/sentiment/fit/main.ts.
 */
const BY_WEIGHT: [weight: string, signs: string][] = [
  [
    '-1.9',
    `
    /asks /informs`,
  ],
  [
    '-1.6',
    `
    +phrase /asks-within`,
  ],
  [
    '-1.5',
    `
    -felt ?`,
  ],
  [
    '-1.4',
    `
    -phrase`,
  ],
  [
    '-1.2',
    `
    thank`,
  ],
  [
    '-1.1',
    `
    +word`,
  ],
  [
    '-0.7',
    `
    please *praise-last -word`,
  ],
  [
    '-0.6',
    `
    attached morning ^thank thanks /gone need`,
  ],
  [
    '-0.5',
    `
    account like about ^thanks bad /in-contrast page`,
  ],
  [
    '-0.4',
    `
    hi yet took changed does first thing when add with she would /forced version`,
  ],
  [
    '-0.3',
    `
    moved evening payment move button CAN check ^he fine regards instead cable WEEKDAY set filter ^just did
    missing shows only turned best in should he will office explained replaced know yesterday number upload heart
    meter we b ^will got e trouble switch code`,
  ],
  [
    '-0.2',
    `
    even place stay mum screen wife app over list ^got tracking special under tried rang provider flight accepted
    his broken made cancel saved policy papers noticed card standing put name pdf ^here sure happens refund box
    the correct sound nearly watch used how as late map be ^tried through dear ^one stuck midnight ^she COUNT yes
    travel between ^with key search street remember mr wish details thought via moment cheque goes tip lower reset
    ^in top back ill tablet hello holiday found station items reference ^would due handed sold right wonderful
    real mind ^please where hey old area each printed listened printer paper from enough blue ok vat surgery son
    kindly while superb family lane runs android received delivery failed money single woman called photo user
    ^what`,
  ],
  [
    '-0.1',
    `
    fantastic warm abroad by reading home note or kind had average attachment accounts 14th send tonight cheers
    ^when works our light opening ground invoice quick confirm amount claim ^as later per student wrote run needed
    car lives web garden side receipt reads brought ^no label suggest early date wrong display ^requesting
    requesting little error everybody portal transfer either returns within owe solved let never sorted urgent
    ^love charge both fit order stopped term pick glad down setting tea so kwh impressed choose often stairs
    friend line on log signed /once-more an issue less loud parking seen ^add useful ^never ^we change cost
    cancellation store her meeting 1st afternoon also certificate steps okay survey into ^is swap contact been
    went grateful class looks bin saw star pm guys others step stops numbers open once wanted cake easy estimate
    credit takes normally fast limit flat outage fixed cards id giving room ^let felt awful return battery tickets
    request ward application terms something visa accident dad else big alarm laugh landlord charged k ^sent its
    mobile cancelling sleep pleased purchase manual model make hall ^best planned tax ends green api ^cheers lot
    trip exam sofa tap monthly enclosed fell mill baby neighbour house keys ^i statement during notice leave all
    talked deal park accept trial checkout zone book anything file documents ^they switching sweet stayed entrance
    loved mode ms ^had english ^account too business split is pause ^CAN school mate wifi known kilos turn profile
    bit contract helped receipts laughed difference view floor no spare power sister driving drops switched typed
    lady total live text windows straight word bring walk yearly problem voice scan spoke cut ^our ^has laptop
    billing just funny everyone carried finished hardly pain passport proof release mean reversed along madam
    passed plan bell calendar already sim invoices everything suppose document really piano parcel sale gave
    period go asks yours cried normal tiny option staying timetable ^glad stuff annual report happened sat herself
    maybe garage pass unpaid layout pages current ago tenant satisfied forgot chose delayed decided bike ^each odd
    follow miss round tariff access transaction block some find leaves brother job`,
  ],
  [
    '0.1',
    `
    lessons post closes hotel ^nothing filled gym not value complaint users +face watched wants ordered wedding
    reason electricity ^hello 12th it offered happen collection keep hope recommend try chair was bed patient for
    ^worst eyes washing included care mark look replacement comes deleted him complain speed sorry outside lol
    pharmacy bill until lunch grey sign kitchen past than noise security chance data raise bread saying 9th any
    prescription pictures stood session has coming my test emails ask deadline guess lecture ^whoever hot ^such
    treated server super taking question spent exactly brilliant firm longer mail polite opened drive say up slot
    whoever start save own believe ruined ^why council other meal lock ^bit gluten complete because leaving marks
    ^ordered above quarter mistake package out beginning ^lovely seats booking shame supposed outstanding finish
    friends person at anymore news calls ones premium drove me last service use ^new ^do ^if husband STAFF reach
    tells answering wow confirmation ^same km chat police sick twice ^where then billed ^was impression think
    ^first site reviews done ^by train tired held give missed feedback soup depot login penny 10th pool closed
    shop reported connection talk short disappointed simply training dry these picture ^another stand reminder
    regret human voucher absolute fare died ^app exist instructions telling luggage cancelled means informed free
    thx good offline faster lawyer ^wow ORDINAL photos read nothing shut answers useless close wet long why
    seriously appointment ^nice pieces wheelchair apart birthday whole fault speak forgotten kids angry without
    bins new delivered getting ^now rooms ^how court using arrived loyalty clean ^which sitting understand better
    call expect changing terminal MONTH attempts ^give letter have hospital messages joke none camera costs slower
    great ^any that soon gone airport advert ^ORDINAL now waited`,
  ],
  [
    '0.2',
    `
    idea upgrade ring address gate cold ^there ^my going looked ^still ever lost young anybody smaller feel very a
    form treat before oh degrees ^since next want asked show left though promised hear fee menu slow ^great
    reception phone working UNIT lovely ^this absolutely mails ^good water feels ^brilliant product addressed
    middle away enjoy food appreciated quality half /why simple turns tell insurance and makes heating ^for
    website every fact keeps rain time still explain`,
  ],
  [
    '0.3',
    `
    least way reply get customers ^it must pity ^every which somebody euros hard /any-news ^on being end system
    bus paying price nice ticket`,
  ],
  [
    '0.4',
    `
    /a-word-alone anyone more nobody rather different *negated said booked pay this answer again ^COUNT *sentences
    ^your same were`,
  ],
  [
    '0.5',
    `
    since told ^you another /emphasis times`,
  ],
  [
    '0.6',
    `
    someone /a-span-of-time your *tells you ^the`,
  ],
  [
    '0.8',
    `
    /money`,
  ],
  [
    '1.0',
    `
    *only-praise`,
  ],
  [
    '1.3',
    `
    /they-did`,
  ],
];

export const BIAS = -1.57;

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
