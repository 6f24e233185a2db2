/**
 * How much each sign speaks for an unhappy writer: `/` before a pattern, `^` before the first word of a sentence, `+` and `-` before
 * a kind of hit, `*` before what is counted. Fitted, not written: test/core/sentiment/fit/main.ts.
 */
const BY_WEIGHT: [weight: string, signs: string][] = [
  [
    '-2.0',
    `
    /informs /asks`,
  ],
  [
    '-1.9',
    `
    /asks-within`,
  ],
  [
    '-1.2',
    `
    +phrase *praise-last`,
  ],
  [
    '-1.1',
    `
    need`,
  ],
  [
    '-1.0',
    `
    please ?`,
  ],
  [
    '-0.9',
    `
    thank`,
  ],
  [
    '-0.8',
    `
    -phrase made yet +face version`,
  ],
  [
    '-0.7',
    `
    first stayed -felt +word attached or ^is`,
  ],
  [
    '-0.6',
    `
    thought blue yours boots changed when /forced add bad late thanks rang once even feared problem`,
  ],
  [
    '-0.5',
    `
    ^yours if their reference about meter like how refund cable than post b tax old set needed upload ^here son
    through shows kept page sat move class ^that tried ^no thing moved dad change`,
  ],
  [
    '-0.4',
    `
    difference noticed failed happens /once-more /gone found best do size does never stuck broken wanted payment
    turned station filter will ^customer enclosed cost keys /in-contrast CAN miss ref morning so garden all ^not
    claim bay card ta sorry despite ^just bought yes saved much dr account should listened moment passed handed
    garages course by used ill top declined bigger lot visa switch snow setting ahead whole error worth an dream
    instead`,
  ],
  [
    '-0.3',
    `
    warm explained ^will list firm would customs bring case street WEEKDAY field place cheque swap ^nothing web
    fight woman abroad storm him let received pdf name parking firefox did sorted ^to maiden check insurer here
    android accident know laughing felt yesterday step home policy 8th ^really entrance drop she id knee sent
    giving quote trip ready scared limit ^despite expecting fits complaints mill stroke early charged stays bless
    dance divorce word ^whoever forgot mode stay via leave recognise file duplicate e split map big mr played
    transfer postcode flight feet code date hot cheers autistic wife project cross talking slept pleased often
    looks lost perfect ^ta ^best cake reset ends vet 14th ^everything updated flown most membership clicked copy
    talked tablet ^she drawing return tomorrow dreading option hi drew straight nor hands us showing such calendar
    supplier something together ^tell ^lost ^nobody ride number ^steps right knees cork vat missed chips colour
    present mum house child cupboard accepted sister whats blown finished worried closing holiday sms tiny ^even
    delayed`,
  ],
  [
    '-0.2',
    `
    build way screen period ^which uk papers bills back elm knew guide lane planned sale cried steps line with
    model button heart announced records ^booking lease buy roughly amount print within later thousand fyi stopped
    average switched nearly wish burst useful wrapped quick runs bakery any keep took missing pin answered silly
    st replaced green asleep hated freezer iphone haha order rock hip grumbled app firms previous exactly forward
    remember ending round ios ^new usage attorney caller small tree fine power panic strange clinic reading pause
    double fell budget user builders only box ^everyone english planning library staying serial over group
    ^instead request provider driving bank fails ^patient usually strong dry fixed calm break worry cancelling tin
    files arrive near obliged ^android apple numbers bike typo ^dr g certificate documents camp brother ^add
    notice got huge ^wish phew impressed plus switching shops due terms entered noise language hall special 15th
    ^meter chuffed ship rucksack tea ^have csv normal fear proper tenant access scarf piano ^tenant story saving
    our travel api permit university typed looking ^requesting replacement ^need sleeps obsessed reproduce
    packaging fraud upright edge jumps walking others from passport plan suits thurs evening alone boiler ^phew
    roadworks laptop down rebooked compared required resend carer coast property some flood fast ^thanks adults
    thermostat software reach takes chrome cry visit tutor history webhook tues asks ^when floor sooner grateful
    landed danced stomach purpose book whether column single choose finally married trouble possible items manual
    ^turned things opinion mean requesting spotted suit handwritten pack restarted j returns import owe action
    coffee details eu allowed below valid admit advice ^payment bench repaired customer ^caller running ^only
    ^feature damp posted ^leave cab hereby cup ^tried trick ward windows pending clock ^am hats guests choir ^old
    named joy complains town voice genius spare seen potatoes opening legend ^excellent miracle sync fuse cards
    low maths free reports travelling goes ^error cancel ireland off meeting wished requested ^has monthly lower
    application long glasses original registration whenever airline ^mr tore /since them baby find charge ^put
    books undo biscuits tears crashed shown come red hurt ^let believed pain ^passed sceptical ^screenshot
    deserves under annual rush castle heard ^happy include harbour we light ^wants purchase up praise item
    consider nurses permission handy video ^told awful d`,
  ],
  [
    '-0.1',
    `
    smiling pass bridge suggestion ^before ty share shifts ^card leak safe safari waved charity extend hey
    mornings weekdays along lift gran scam finance dentist air exchange completed restored sixty cheap aloud
    uploaded bug little repeat review refunded mended blind temperature report receipt ^room garage pallets till
    contacts space settled ^happens label moon yearly ^attached kg pink happy workshop migration lucky borrowed
    schools ^more ^finally skips COUNT waiting loud lads wants overcharged think cleared nothing laugh lad
    painless instalment kwh co afternoon heartfelt husband sundays aids myself square weight device moss explains
    site ^sure sound bikes beyond ^spot wonderful tracking pillow one pint plate client ^god norway adding museum
    white folder hearing sends mobile ^neither tent saw ms engine worn ^bless ramp swept ^omg omg had audio beer
    member role run keyboard 30th physio joan 20th installed fab x student comfortable enter ^top boat egg ^kudos
    kudos docs mirror ago twice suggest accountant profile ^long retry solid loft letting newsletter forms ^money
    warehouse ^battery awake voicemail able ^last 11th parcels accounts cares fit lets ^cheers thankful utc vicar
    asking afraid sight colours questions ^hats test handles firmware ^as contains names ^much go sang hardly ^got
    printer cm ^fantastic forget overdraft pie jokes invalid pair locked landscape ^a everything hat ^he damaged
    nervous spot surprise batteries sold signal heaven sharp browser basic storage attach bulk ^mrs wire allotment
    strap terrace ^change ok overall kindly tiles waist mb doorbell graduation office mark theres relieved
    forgotten rows handled covered display sweet beginners views billing finds lake receipts screenshot pressure
    carried grinning send rare behalf herself 19th whichever dead leeds ^firmware level wind ^sorted transaction
    paperwork deadline ^gate codes looked fence spain porter telly ^rebooked hate yall vehicle clocks employer
    catalogue loose east shoes selling in chose drivers started blocks foreign ^superb uncle tomasz forwarded
    delicious learned ^yall legal hole attachment anything went screens umbrella reschedule die hears shift rain
    edition lisbon agrees gym winters message ^m reads drying ^size confirm flour scotland faulty ears neither key
    path imagine contents warned rear god changes trying joint portal drink inspection beat put favourite ^client
    v adjuster frame drinks country attend ^sent shelter sessions clearer ^correct ^go bc 1st polish blank gb
    conference faith ^version north fallen seed cover rains buyer click job pairing directly fitter bin ^closing
    extended usual withdrawn facing feb compliments grant barn ^somebody thumb understand preview alright luck
    parked locker places sad ^yesterday downgrade arriving candle ^rang ^impressed prepared pipe ^worth ^water
    spam settings wore inform n ^dad zone new stove invoices around ^both edit fun ^quick sounds tenants download
    road module 26th ^someone midnight secretary tidy complained k planner penalty magic landlord phones
    ^cancelling load plastic okafor hospice endless google tune waive instalments where upstairs leg remembered
    neighbour c pump likes comfy dollars watch cars phoned grandad repair doubt easy banks activate wifi
    settlement marquee cust fail heat mistake helps fringe met unopened ^about cash tv pm available volunteers max
    alarm whoever lasts ^filter doubts online captain apprentice measurements 31st lounge services counts ines
    pension conditions iban solved chap tap puts savings ^grateful mostly certified black welcome weekends adore
    op hinge applies fog apply ^number exam pleasure ^some treasurer dark on breakfast boss himself touched
    grandchildren highly delighted mate reversed ^credit tip fantastic towels tank text registered mandate rolls
    network pure invoice recording scheduled match latest perth words pavement ^kids ordering game parents grey
    finding payout argued background won fat stupid coats lives daylight thrilled stop frightened apologise
    current lifesaver inspected held login room donation itself gap helpful ^open ^cust shipping enable chair
    decided mrs sizes bell status ignore plant rise tray default loan gem owing ^WEEKDAY ^ticket exchanged remote
    eaten refunds mm cleaned archive behind satisfied dentists survived plants block audit ferry open football
    dave granddaughter pixel rome tonight merge logged salary banner withdraw issue internet happier solar
    everybody normally bits knows backups hail ^request transfers credited procedure honestly advance pressed pick
    lining headphones friend refundable quickly mention spotless tarpaulin nicer rebook overnight writes row t
    probably canada works teachers suggested route confirmed standard flying convinced excuses slip curtains
    school bend retired van regards denied mortgage apart believe close play ^zero copies side sha correct
    installation arrives companies weekday computer referral ^problem gave summary heavy wow million ^smooth
    location mail inch quiet forgiven wide sauna walls perfectly joined ^thank wrist keeping log pop spreadsheet
    peas anyway ^back seal niece friends roll digital loved removed machines known ^actual hit faded cheese
    workaround landing re renewed script notes renew ^time alive locks stopping allow ^sadly sealed repairs
    sorting starting dressing setup stone lamp stuff users careful ^all salon ^me beforehand ^small triumph save
    informed push search loss ^sorry bye 21st aside certain fridays query ^would lobby`,
  ],
  [
    '0.1',
    `
    corner arrival ^key roses ^are ^used drawings ate feel created frozen ^order export ^still hell attempts laid
    widow crossing rolled ought sheets feed joking claimed adjusted ^come auditors nearer state event wall stock
    wednesdays families personal train content explaining ^thats ^refund doing link delivery fully ^re senior
    vegetarian answers letter increase lose leaves reserve meanwhile blinds fabulous machine ^disgusting quicker
    dearer connected pub ^hope refuse covers font perhaps stops bother mug promise among courtesy really delay
    youngest tier lists added café appeal ppl blocked control ^lunch love already fresh sticker slightly band
    plenty main replied invitation unacceptable nightly replies swimming disappointing worked cool warning fabric
    occasion inventory sleep ^morning notifications sits crisps pulled sue described greetings disgusting own deck
    matter groups offline as ^kindly peace crossword ^seat idea reviews gets gluten kettle beginning ac upper
    helpdesk 16th lasted surprised ^with jacket jumper arrived bloody hull consultant faster village bonus release
    ^gorgeous moves evenings mp charger ^bravo bravo pro quality installer ^been is decent blame labels lie wages
    chosen mains remove liars kit sticks chance forever discontinued ad patience scooter expensive dress unit
    famous according decision shambles mon and email grass far ^account begins plans forgive payroll rabbit mine
    ^marvellous else expired remind unlimited ^today wardrobe holes ^maybe act sharing comment courteous human
    wishes splendid marvellous assistant debt fingers vile nowhere ^food scratch ninety climb ^absolutely showers
    between serious ^pity ^done filthy standards ^after doubled magazine digit ^did write while charges ^had ^give
    ^okay cos skipped wheels annoyed refurbished shorter listed laughed trusted outstanding album acknowledgement
    eyes delete streaming upside fill smaller discount gives eat press spoken true try centre seconds bucket
    fitted crown trousers outages drawer towed earth lab ^export called submitted going windscreen slips reason
    drunk reservation bins blanket arm -word flat ^glad her be ex shrugged every petrol forklift bottom high miles
    drain came signed part applied aunt kidding answering tuesdays hill scaffolding question followed mind shop
    important understanding ^do ^reported ^fix see upset turns interest call bed broke licence director garbage
    form chatbot compensation gold dear deposit minus killed navy basically ^delivery ^of ice competitor medical
    zip costs minds nuisance shaking record ^bed boards waited disgusted also anger booking restaurant maybe boxes
    beach fire begged girls trips process hr soup rail length too means brake well fibre plaster ^does wear
    absolutely scratched suppose shrug pregnant ^what door students film cuts complete *past handle above ^since
    pointed ear spoiled chargeback article board filling ^was slides package sheet away ^stop height exit pillar
    response comments ticked instant ^never subscription aged checkout honeymoon awaiting connection printed
    sandwich downhill annoying bag entirely trolley degrees shrunk enough belt buttons yourselves stage market
    callback fare for allergy taught feeling sign cowboys hospital angry management straw cut ^there fact patch
    wiped poor ceiling cook maintenance kitchen premium ^apparently drive bothered painted checking engineers non
    toaster ^paid charging hidden cabin occasions ^looks frustrating either arms suite onto clicks pieces ^service
    trading middle feature filled pull radio dishwasher doors fee pensioners to wheelchair crooks ^says wait hung
    instructions resolved effect ^next seem ^STAFF each plot ^wonderful counted crutches advise hard fault parts
    hosting ^waited ^cheap ^another ambulance short sea dropped photographer ^closed people emailed against
    confirmation clubs longer buried pensioner ^first who beta statements are losing ashes brand toddler lol
    bailiffs actual pallet cause thrown treated expires ^hello ^close ^CAN ignored using terminate shower rent
    orders patients rejected humiliated supply meet massage complain teacher losses depot lukewarm pharmacy
    useless invoiced pocket bottles lied appreciate faces pole eighty club ^took centimetres carrying haircut shoe
    kind pool ours tour begun reinstalled warn read complimentary silent sample ^again ^might ^mine ^your rushed
    ^her gift wine taxi environmental dessert gone battery nuts hair ^they rest adverts am take stand sales
    newborn contracts treatment /emphasis liar`,
  ],
  [
    '0.2',
    `
    knowing platform guess nineteen hers ^delivered loyal ^one bread announcement insurance ^enough prove camera
    filed news ^should swallowed ^avoid speaker more ^full look final although emergency 9th contacted except
    update fed lent flowers starts aid chat revert mat decide drains medicine ombudsman ^guess good pills picked
    ask not chicken training into hire ^from guarantee regret none spent ^page messages gown ever nappies yellow
    company furious counsel public walked ^fine avoid apology dare cleaning meal carpet p getting driven complaint
    mentioned kid polite ^you gate empties bags 10th tables leaflet smart tbh help wedding realise renewal young
    somewhat offers drove have cream proud it toilets explanation sense get tells fewer thieves apparently
    ^absolute goodbye *negated heating water agree 13th breaks seems ^truly reverse photographs want ^delete
    spelled was electricity pizza ran managed coach debited queue ^asked slower data bath pictures advert measure
    ^twice face lesson pleasant sick swindon i offered half experience whose phone concert toast ^each ^meh meh
    corrected delivered crack formal glad drilled visits car chef reported ^UNIT ^get these faq ^half thoughtful
    kinda portions ^any ^bit survey rung uses hold ^shall speak full stranger keeps assembly toilet raw lovely ^in
    mould terminal quoted lifetime packet gentleman 6th seemed man future quite dated skip children disappointed
    ^charged simple photo counter thin ^contract died euros sofa ^where zero given lawn ^brilliant cot cap
    daughter h give hedge ^cold reminder marked ^too ^shame anymore changing measured MONTH leaving joke written
    shame ads tooth ^once consultation now hoped rate ^if worse saying cancelled`,
  ],
  [
    '0.3',
    `
    regulator pages funeral upgrade ^ordered mails bathroom product emptied hear ^slow makes of disabled airport
    ^ok ring wet ^who addressed *sentences they truly pounds different ^by cleaner cold meant tape stood care
    loyalty bus lawyer mattress ones feels ^great father point having shelf actually sending agreed been writing
    ordered ^worst /why enjoy building ^lovely seats pay broadband might agents booked *tells impression soon pity
    plane ^ORDINAL wash guaranteed emails ^for ^it ^congratulations congratulations respect its coat insulin
    mother must track show however treat solicitor appreciated bill picture enjoyed calls menu become bar ah marks
    ^good ^we nobody ^ah tell chairs appointment police ^on ^cancel quid because ^wrong ticket absolute ^keep
    feedback lessons exist offer learn hope ^its advertised`,
  ],
  [
    '0.4',
    `
    but billed ^please has still ORDINAL food shall then talk express type why working being trust rather closed
    say supposed busy were reception ^COUNT you other left website very birthday reply clean though liked brochure
    turn oh customers anybody least system answer`,
  ],
  [
    '0.5',
    `
    ^the since ^nice same told ^every this that paying shut person explain /a-word-alone voucher says your`,
  ],
  [
    '0.6',
    `
    nice taken /they-did past promised someone`,
  ],
  [
    '0.7',
    `
    ^how /a-span-of-time which times court`,
  ],
  [
    '0.8',
    `
    anyone again somebody said another /money`,
  ],
  [
    '0.9',
    `
    /any-news`,
  ],
  [
    '1.1',
    `
    *only-praise`,
  ],
];

export const BIAS = -0.82;

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
