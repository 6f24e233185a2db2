/**
 * How much each sign speaks for an unhappy writer: `/` before a pattern, `^` before the first word of a sentence, `+` and `-` before
 * a kind of hit, `*` before what is counted. Fitted, not written: test/core/sentiment/fit/main.ts.
 */
const BY_WEIGHT: [weight: string, signs: string][] = [
  [
    '-2.0',
    `
    /asks`,
  ],
  [
    '-1.9',
    `
    /asks-within`,
  ],
  [
    '-1.6',
    `
    /informs`,
  ],
  [
    '-1.4',
    `
    +phrase`,
  ],
  [
    '-1.2',
    `
    -phrase`,
  ],
  [
    '-1.1',
    `
    -felt ?`,
  ],
  [
    '-1.0',
    `
    *praise-last`,
  ],
  [
    '-0.9',
    `
    thank first`,
  ],
  [
    '-0.8',
    `
    +word need`,
  ],
  [
    '-0.7',
    `
    yet when attached`,
  ],
  [
    '-0.6',
    `
    she his yours set through`,
  ],
  [
    '-0.5',
    `
    like refund found version made sent changed please morning hi thing stopped account with card +face`,
  ],
  [
    '-0.4',
    `
    WEEKDAY garden where bad check put thanks -word cable move /gone about by page late blue number rang all
    /forced reference woman how will payment tried did quick add does COUNT ^she moved wife had charged turned
    heart switch even`,
  ],
  [
    '-0.3',
    `
    used under place top filter ^is ^he their stayed boots b moment mum upload bought needed only single in
    explained ^will wrote or do abroad dream ^customer yesterday broken everything declined ^that him wish updated
    buy go difference home code missing meter old CAN would thought else know cost wanted neither back ^yours e
    knee cake pdf between size accepted once list hello an ^here tablet took shows sat notes down office step
    trouble`,
  ],
  [
    '-0.2',
    `
    accounts mean ^no class sms transfer paper sound swapped flight station went house limit change /since setting
    nearly name bin despite reset feet often switched file ^not each dad ^fantastic stuck send ^when printer 14th
    feared opening happens model claim over nor big chips evening son own holiday button we mr miss both firm
    ^just street previous fast tax carried saw giving crashed maiden leeds swap hands instead watch lot ^nobody
    earlier problem superb field anyway id finished policy from certificate cancel shopping light user key pleased
    postcode reads received ^card any burst via saved hey tomorrow wants items firefox everyone replaced standing
    mode remember bless tracking wrong off word the parking caller listened due per lift ending csv android
    duplicate fight dr stairs let ill rows cheque vat tutor screen praise accident ^see numbers damp travel visa
    on things app hip later fuse ^at trip brought ^despite entrance storm handed others choir ^add strong warm
    runs web confirm sister pump post advice builders steps forgot within failed kept suggest sorted insurer
    enclosed store laptop terms customer display ^our lane drop never cross normal student perfect dear dance typo
    ^caller there receipt option tin ^change here our ^old dog job comfortable worth rock plus panic fixed
    gorgeous ahead calendar amount uk date than garage beyond thousand sixty fell green refunded ^superb ^steps
    tree ^tell records attorney satisfied`,
  ],
  [
    '-0.1',
    `
    stay papers exchange loan error shops provider fantastic felt driving ^everyone planned fine pick flood bigger
    ^has space repair takes married heads returned ok ward early jokes software he spot ^requesting requesting ms
    ^new ^even wonderful details ^let impressed tip browser room family recognise grateful print hall hand ^thanks
    ends lower heard leave charity complaints correct tonight spain sell men free average screenshot 1st
    understood request staying contract if import snow build running make blank floor useful clicked bills
    required edge round course completed ^WEEKDAY trial knew tickets meeting voice cleaned action choose return
    map ^long ^top attachment api university review itself exam cup ^in swimming manual mobile cards what ^as plan
    school thankful one uploaded special transaction vet fits budget pause story calm spare boat anything
    restarted reading plate adding mill tent best firmware weight chuffed joy billing ^attached easy batteries ago
    letting dead cheap wrapped dreading bike migration cancelling ^need laugh whats delayed cheers ^payment
    deserves biscuits catalogue ^kudos kudos present open owe urgent sceptical asks switching airline application
    roughly large looking us smiling ^thank outage sorry zone item fridge talked write profile along delivery
    guests won bank ride live ^really visit surgery ready drew laughing property honest ^excellent credit
    /once-more spend pleasure english ^would 8th should lads ^please parcels painless cried warehouse sure ^got
    shown everybody awful far places apple leg gas seen finding normally kwh k ^after split writes sit luck
    midnight balance shed statement tablets resend began hats nothing keys worn town child membership returns
    total covered pm ^am ^god reports ^omg omg showing freezer chair feb area passed hereby heavy solved mirror
    chrome beautifully excellent marks scared group ^instead layout throw timetable ^told ^bless purchase reversed
    contains invoice adore scam shift obliged accountant near docs pin her period ^have ^wish /in-contrast slip
    bye together cover much kindly lady access basic match bc loved f 20th whole fire legend rise instructor
    granddaughter sleep named ^phew phew bring c huge porter spotless club ^hats wished loads announced slept ta
    frightened term find annual available delicious receipts language god ^small finally low piano webhook guide
    front dollars ^everything newsletter ^tenant ^love brother as gem permit ^yesterday yearly test mind argued
    copies wrist dentists ^works grey film charge leak power goes refused box rains colours recommended ground
    current suppose tap ^account printed nervous moon member ^both documents smooth ^much valid copy ^sure madam
    password ^quick sim eaten ^sent line suit entered lives fraud white finds weekdays deal swept friend monthly
    ^fair sweet advance ^finally uncle learned notice postage ^same signal view barn extend partner hate allowed
    hears got ^sorted close ^glad ^none row sync answered lad ^might ^battery share quote loss kilos press fog
    ^cheers given activate parked okay chart so retry search ship weekly ^i mornings cheaper freeze less japan
    proper breakfast mandate remove hearing plug report noticed beautiful passport talking download load started
    issue ^happens windows cancellation iban follow handwritten checkout below savings noon relief deliveries
    licence opened settled shelf logged apologised pure ^only pass quarter mostly yes mate placed estimate ^with
    unbelievable typed older favourite rebooked walking unpaid love pain registration those 30th arrange ^dad
    alone drawer ^what wages workshop door wall friendly sight note deposit my clearer`,
  ],
  [
    '0.1',
    `
    otherwise subscription state council soup point delete trains phoned table expires evenings collected
    ^honestly at ^took lecture smelled template waste buying message think decision value outages seem taught
    forget created beach package remembered ended straight crying wiped ^been claims smile enough black easier
    cool competitor man ever screenshots little ^by latest cellar recipe payroll worst costs oven surprise lessons
    engineers ^fine online ^never ^bought taxi counter ^half bed ^says gives blood red age pictures answers
    patience beginning reasons of nuisance party lol taking agreed ^delivery rent thieves ice mark corrected super
    it whatever marvellous disgusting update closes reviews them pram router side filthy outstanding statements
    part connection worked paid yourselves forgotten annoyed lunchtime cream corner webinar starts turn session
    letters marked ^bravo bravo decent quoted replacement next aunt is trusted ppl stories flowers matter speed
    proud warranty lid deadline accept piece emergency generous train ombudsman shower died offer come noted
    fitting fibre smell debt ^was comes priya blanket reported me feature regret tired battery trolley brilliant
    telling fish spent ^did penny data ^stop haircut shrugged poor sea ruined works making fill shall able extra
    ^sorry thx future lukewarm outside above ^fix security deliver tables middle way high resolved promise
    training managed simply funeral thrown out zero delivered ^CAN ^does see aid difficult pieces well filled try
    hope news angry gluten music pharmacy respect loose taken police moving hard parts save maintenance event rate
    are asking before assistant kids hoping human somewhere ^food laughed ^hello sitting useless ^used death pool
    slot km mondays 10th luggage measure a ^another annoying full discount money renewal concert long might stock
    delay MONTH ^each mentioned shaking eighty always fed chosen maybe mattress dated buttons form seriously
    confirmation furious gets nineteen told great gone crooks ^do *sentences impression meal complete its hold cot
    new fitted wear lie slightly such appreciate face liked ^cancel foot fresh brand apparently fare expected
    already simple complain mistake makes ones solicitor whoever toilet showed ^meh meh prove mould ^booked bins
    smart ours speak express eat instructions waited attempts gift experience rest spoken carpet faster ^keep legs
    stranger service machine newborn classes billed 9th waiting take which insulin UNIT seemed expect ^shame using
    final letter coming emailed bothered loyal tour dress kid start link allergic bill STAFF get good hair look
    exist feeling pocket doing offered lovely every myself fee because lied stick cook show platform email ^kindly
    hotel coach scratch ^for ^absolutely treated`,
  ],
  [
    '0.2',
    `
    cut ^which toast thoughtful messages recommend airport supposed father pleasant chance meant explain water
    ^lovely reservation ^since terminal am happen although talk ^today handle having arrived explanation
    understand ^any advert reminder slower ^worst they disappointed joke sign prices not better shoe to *negated
    spelled loyalty lawyer degrees ^perhaps nuts ^you quid hear absolutely bags wow ^it leaving young tells asked
    ^still ^once happened apology sick shame ^should ^absolute learn treat feedback time polite showers seems dare
    really ^every become longer lock cancelled booking stood trust ^COUNT rushed upgrade end picture sales stand
    ^great ^my enjoyed perhaps wishes cleaner premium ^ordered either ^get ^are done calls whose ^twice faq mother
    care pizza actually ^this saying bar depot ^wow renewing walked short quality realise turns ^there thin clean
    appointment ORDINAL wait enjoy soon chairs price quite pounds insurance cold ^now i just fault ^we wheelchair
    why bit drove somewhat anymore ^give shut ring wash mails that fact heating emails leaflet busy still none
    chat gate agents working`,
  ],
  [
    '0.3',
    `
    birthday read idea give was advertised coat ticket children say anybody other ask keeps left ^bit brochure
    broadband wet reception person being more company changing ^too euros mail against ^brilliant closed booked
    hoped very voucher ^on past wedding portions truly addressed going ^nice ^if ^ORDINAL tell away now has
    getting food since touch ^your guess type phone /why product ah call different says ^ah absolute reply ^good`,
  ],
  [
    '0.4',
    `
    customers though website least menu *tells paying were seats appreciated pity want promised half feels nobody
    court system ^how but`,
  ],
  [
    '0.5',
    `
    this oh your help /a-word-alone anyone bus must pay answer rather then someone same`,
  ],
  [
    '0.6',
    `
    /any-news another ^the nice again said /money times you /emphasis somebody`,
  ],
  [
    '0.7',
    `
    /a-span-of-time`,
  ],
  [
    '0.9',
    `
    *only-praise`,
  ],
  [
    '1.0',
    `
    /they-did`,
  ],
];

export const BIAS = -1.13;

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
