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
    '-1.7',
    `
    /informs /asks-within`,
  ],
  [
    '-1.5',
    `
    ?`,
  ],
  [
    '-1.4',
    `
    +phrase -felt`,
  ],
  [
    '-1.3',
    `
    -phrase`,
  ],
  [
    '-1.1',
    `
    thank`,
  ],
  [
    '-1.0',
    `
    +word`,
  ],
  [
    '-0.8',
    `
    *praise-last`,
  ],
  [
    '-0.7',
    `
    need please`,
  ],
  [
    '-0.6',
    `
    when attached -word like yet morning first`,
  ],
  [
    '-0.5',
    `
    thanks she changed set hi account /gone regards`,
  ],
  [
    '-0.4',
    `
    /in-contrast through version add made did evening refund about ^he cable needed with check ^thank took even
    his moved thing WEEKDAY bad stopped`,
  ],
  [
    '-0.3',
    `
    payment page put CAN missing he filter /since b our would else move thought COUNT had in upload wrong single
    notes the ^is street late ^just listened does saved ^she switch kind replaced explained will ^thanks each
    ^will best heart fine under found should number swap turned over meter pdf stay ^please mum sent receipt
    accepted broken used list`,
  ],
  [
    '-0.2',
    `
    tablet brought their feared moon go by ^fantastic boots trouble card all despite charged shows e blue wife
    ^got hello printer stayed ^that station paper nearly yours step moment accounts screen top bin provider watch
    make office garden runs code how kindly note instead tax send sound dad wish class button got tried saw from
    happens where only quick know reference later due 14th wanted fast wrote felt glad key ^would woman correct
    firefox tracking box home flight old items received sister much panic cup cheque postcode chips son ^in map
    once policy via gorgeous wonderful per superb miss mode switched between worn setting accident ^when hey
    android ^one early abroad giving on ^as stuck drop ill lower sold noticed worth star place we back reads app
    travel line letting ^tried sceptical ^despite reset terms papers mean field ^best mind everything invoice rows
    surgery transfer warm both often csv vat if web charge screenshot suggest praise finished remember dear own
    photo twice daughter looking error breakfast an ^here ^they write change things opening real plan special hall
    one advice mate work limit`,
  ],
  [
    '-0.1',
    `
    so knew review standing user name light buy cost average fit fantastic file garage everybody tip area as run
    lady impressed ^our university word family parking let details sat laughing pump leeds leg exam fits lot owe
    logged manual display cancel entrance ^add switching round flat certificate spot him ^no tea model amount
    ^what sure request monthly cleaned ready pm holiday spare either ^requesting requesting ahead dreading cake
    ^superb earlier goes option lane side stairs ^let weight property adding batteries passed search yesterday
    student date signed hung went money store okay alone grateful bigger anything ^steps laugh forgot trip
    ^WEEKDAY layout pause here attachment everyone rang packed bless red easy report mr charity records book trial
    ^has accountant driving fixed difference useful visa choir himself cheers claim slip 1st completed works issue
    be never zone honestly kwh confirm urgent sit forward printed size talked recommended mill began application
    /forced straight english item purchase piano k solved lives documents choose staying meeting guide import
    catalogue hats f term sleep ordered friend ^hats signal ^cheers failed loud profile cancelling complaints
    pleased delivery anyway enclosed mobile cards ^i id cancellation refunded something mirror outage ends ward
    setup ^excellent normal voice numbers split pleasure storm guys contract service calendar sofa green uk these
    feet spoke known pass flood house shift along migration *past reports software do tonight stops alarm huge
    steps return lad loved nervous checkout looks midnight contains stays elsewhere handed keys c timetable laptop
    her school rock ^kudos kudos us reversed billing deal ok within space ride payroll previous drawer shed ta
    ^glad download joined deserves yearly loss showing large ms mess planned little membership car cheap total
    scan parcel tomorrow bought brother savings happy print receipts men takes asks access ^order ^with tickets
    honest decided down tap neighbour job pick period accept ^battery 8th hardly estimate spotless ^sent sale
    shoes near ^small api wifi shops sim mostly there instructor ^everything exchange ^had sorted normally madam
    perfect lift drops painless ^nobody resend ^account named calm packaging leak thinks live rubbish bell survey
    notifications ^yours paid cried credit windows herself my opened kettle kept seen smooth allowed handled
    ^never problem offline park slept laughed kilos ending ^much transaction carried ^honestly slipped clear
    suppose bills view ^card storage grant document returns reader probably m shown push recording hanging ^STAFF
    portal grandson unit returned tiny today unpaid delayed ^phew phew ^yesterday dealt afternoon guests guest
    reading ^really world annual others typed current partner notice ^last 6th declined porter`,
  ],
  [
    '0.1',
    `
    router really ^hello talk pram shall those smile whether eyes impression neighbours trusted collection sending
    reservation aid gluten ^shame worst board centre gave putting machine robot tired save ^bravo bravo lol drove
    concert am at sales rude ^delivery dropped zero seem boiler lose ^at sea beginning tenant users express
    approved camera complain try outside locked speed lunchtime penny meant come security love ombudsman blocked
    marked included chair delay miles gone watched priority nineteen ^done moving ^whoever instructions photos
    corrected bread ^app care taking ^CAN quid lecture looked myself reviews start electricity making ^super
    billed sorry lessons might look ^where firm pharmacy swear offer ^perfect odd marks bothered data brilliant
    discount lovely row face able deadline yourselves showers far kids taken mark death into dry just bill chat
    leaving use hotel hospital apology age for ^if wow anymore thx update phoned taste latest outstanding priya
    door ask council letters daily complete ^next voucher coffee always cot noon ^today annoying telling webinar
    news well seats walked closes offered a of opens rush answering whole new stories ^why statements stock means
    too premium worked middle dress connection pleasant which asking not spoken forget answers km training ^same
    without was ^worst link cancelled ^by emergency regret exist ^such treated login meal luggage mondays i that
    rate other saying question subscription way difficult fresh reminder ^wow ^ordered scratch around loose police
    mine rooms husband slow ones address ^absolute high until forgotten train slightly confirmation seems shop
    losing busy useless warranty sitting ^another ^which email 10th ^stop young delivered picture buttons idea
    joke fill informed working smaller wet mail died leaflet smart faster fish ^since supposed apart before ruined
    birthday broadband STAFF long lawyer angry simply ^do session depot fare bins stood wheelchair event ^was
    terminal loyalty disappointed appreciate mistake pieces ring letter water ^still comes ended stand mould above
    sick why ^now 9th appointment lost ^are pounds spent human slot guess coach children hope ^been thrown whose
    ^bit what using UNIT and costs slower attempts have online`,
  ],
  [
    '0.2',
    `
    to small pizza polite emails reported chairs ^great advert anybody says mother speak who messages absolute
    wash expect tells fault rain seriously bar show lock good great out chance has makes ^give ^lovely think shoe
    simple ^for booking hair past treat pool proud form upgrade bags enjoy fee waited hard airport give thin
    matter degrees against feeling ^it now ^my feels feedback short quality ^absolutely since calls going truly
    mails time gate reception learn absolutely wedding clean wait ^you quite left coming get sign changing soon
    want cold tell type court explain ^there product prices ^too turns coat asked MONTH ^this promised say
    appreciated *negated ^ORDINAL closed price ^how phone`,
  ],
  [
    '0.3',
    `
    ^any renewing ^brilliant half arrived ORDINAL but fact shut though understand company ^COUNT menu getting
    ^every ticket done addressed /why more very told ^nice end keeps ah hoped insurance touch were ^on food
    heating none being ^good reply call euros paying least pity website customers better different every booked`,
  ],
  [
    '0.4',
    `
    oh read bus your anyone rather away nice then same ^your system nobody must still help this /a-word-alone`,
  ],
  [
    '0.5',
    `
    someone /any-news pay another again somebody`,
  ],
  [
    '0.6',
    `
    *tells ^the times /emphasis answer said`,
  ],
  [
    '0.7',
    `
    you`,
  ],
  [
    '0.8',
    `
    /money`,
  ],
  [
    '0.9',
    `
    *only-praise /a-span-of-time`,
  ],
  [
    '1.1',
    `
    /they-did`,
  ],
];

export const BIAS = -1.11;

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
