/**
 * How much each sign speaks for an unhappy writer: `/` before a pattern, `^` before the first word of a sentence, `+` and `-` before
 * a kind of hit, `*` before what is counted. Fitted, not written: test/core/sentiment/fit/main.ts.
 */
const BY_WEIGHT: [weight: string, signs: string][] = [
  [
    '-2.2',
    `
    /asks-within`,
  ],
  [
    '-1.8',
    `
    /unbothered`,
  ],
  [
    '-1.7',
    `
    /asks`,
  ],
  [
    '-1.6',
    `
    /informs`,
  ],
  [
    '-1.3',
    `
    +face`,
  ],
  [
    '-1.2',
    `
    thank`,
  ],
  [
    '-1.1',
    `
    +phrase need ? once`,
  ],
  [
    '-1.0',
    `
    thanks yours`,
  ],
  [
    '-0.9',
    `
    failed stayed please`,
  ],
  [
    '-0.8',
    `
    yet made -phrase first ^yours +word`,
  ],
  [
    '-0.7',
    `
    warm b whats needed add little even thought never ta kept saved fight lot yes noticed found duplicate keys
    difference drop`,
  ],
  [
    '-0.6',
    `
    or if error ^is blue version boots through ^will expecting *praise-last dad insurer sorted top woman proper
    best laughing stuck /since mr bad forgotten lads late cried snow slept -felt cheers their storm about swapped
    perfect listened talked tax rare class report whenever much moved cable`,
  ],
  [
    '-0.5',
    `
    hi should fits instead typo claim knew fuse forgot explained lost tea serial dreading swap language nearly ref
    post customs turned dr here staying fella attached ^need lad bless k vat ^whats settled upload confirm filter
    asleep passed supplier CAN spare set ^ta quote wanted refund straight remember power kettle size broken whole
    case stupid feared stopped finally ^requesting like flood others omg grand fast when ^more policy panic
    accident cancel mrs requesting ^just declined morning visa physio android setting`,
  ],
  [
    '-0.4',
    `
    id obsessed spot reading voice ^nothing payment switch than switched garage nervous ^best enclosed english
    played meter card whether does lol change garages cheap procedure calendar abroad transfer companies will ^no
    danced carried check firm model charge ^all driving words talking worked hates clear correct dry happens ye
    ^everything scam often breakfast pleased saw name colour bike most ending move test such possible some mum
    changed worth ^fair airline ^here ok divorce hated letting thing worn cheque round autistic bakery place
    student ^update ^customer accepted all stolen option ahead fine banks code elm apps did /gone membership
    sister /once-more ^request compared field ^honest hey rang j wee drew pass shops reset early double ends
    probably spotted visit buy ^passed ^omg suits builders feet just tried r garden resend ^booking via delayed
    cork ^that posted weight ^tell finished miss dispute ^to would how firms replying tomatoes amount faulty girl`,
  ],
  [
    '-0.3',
    `
    ^survey /forced entrance drawing pin consider wish small ms password scared webhook big cost do ^instead
    ^finally happy named boat knee m rush guessed dreaded bring mended handwritten apple ^attached survived
    firefox earlier bug copy bloke cello sundays think ^quick merci right bay married worried pause flown chuffed
    special back telly used runs holiday beauty signal postcode mill previous jokes pie green silly pending
    nothing ^thank problem admit mm samsung ^somebody hurt unused request hip ^merci beer ^both return bank landed
    recognise wrapped light rock opening useful sorry mistake n travelling iphone calm adeyemi catch complaints
    dread actually compliments ^came god records documents fixed migration brother warned hands laptop already
    weekly dream roll leak digits optician parking project switching limit him c sight sceptical usual she valid
    sound allotment making queen software those pressure everybody accountant haircuts streetlight provider
    withdraw pdf lady twins old note got merchant waits teeth damaged hugged uploaded ringing re pudding radiator
    try ^slept 8th needle know plugged shed stay grandad updated ^happy dentist st worry ^mrs femi walked cross
    ^following by split haha pleasure solid moment library ^really glasses false looks burst opinion ferry ^hiya
    hiya scrap newsletter cake chips key account converted jan run caps single tenant perth wanting thermostat
    child eating cleared slip suspended bin monthly available property coffee raise tablets boiler ignore ^back
    boss username miracle ^yes stroke bracket close saving ^home ty alone seeds keep suit ribbon hall d fair mam
    uk WEEKDAY thankful sat books forget rebooked only fat ^chuffed handed tiny ^refreshing cry otherwise wifi
    outage wallet pairs v bought ^ref nightmare shift average maiden ^obsessed over grandson breathe ^swapped ^dr
    stays manual lease hats api one hot ^gave tablet counter blown prepared ^very station e goat want blind boring
    ^reporting painless ^sold shows thinking university till ^meter transaction peas cracking bills unopened`,
  ],
  [
    '-0.2',
    `
    quick gran hello page labelled adults ^neither break pump relieved fyi step sang beats let doing later
    biscuits chap loud ^everyone matched way street send owned graduation total mobile original gearbox ^want junk
    questions edge thinks g roughly invalid flu present curtains sweet landline bigger fool clicked herself locker
    beaucoup annual ^switched handy landlord biscuit advice held husband mention itself airlines grandfather sell
    solar ^works history requested needles umbrella curry mate refreshing ^confirmed mountain laptops grinning
    require kindly flask sim sink honest postman ^old wire remembers boxing arrive ^simple keeping click enter
    fighting together numbers white usually overcharged 30th prices winters looked accept ^cheers provide ^reply
    comfy freezer import ^clear known inform ^does ^only likes strong jean dog required play bars allowed margaret
    purpose topped so ^have lane loft firmware river ^got mechanic ^payment finance restored scratch himself scarf
    catalogue phones guys q chemist seed torch heard joy ^been shy handles hat flight cards wife age owe
    suspicious flying ^phone near ^tenant tues autism budget lasts fallen puncture web bowl easily ^sorted ^kids
    choir faults aoife cheapest penalty planted real long climbing ^worth bev utc legend believed follow names
    house strike yess audit tent trouble silver plan ^already enrolment chrome ^steps poured stone shelter ^top
    tested automatically eur yusuf with cheered exact praise ^appreciate seen asks time sounds uni docs happened
    up plasterer champagne without smashing receipts xx ^cracking area csv village nicest ^much ^lost spreadsheet
    ^email tomasz tyres arriving maths joan story around holidays delighted ^leave nor cracked ^rain ^hard sheep
    gracias overdue chimney comparing gmail listens alarm legends truth veg ^small pallets crash daft stammer ill
    put chip captain crowd inch thx piano paypal period ^had porto hotels frankfurt danke plants moon theatre eve
    fab passing underside ^credit blackbird after rain teatime castle vet scale our stairlift dispatched secret
    thousand ^dad behalf cab reach access audio typed ^wish ^m sealed ^patient safe red butcher ^long bleed flyer
    dance mortgage angel guests sucked ^even harbour suggested chapter singing foreign prepaid upright checking
    grumbled crashed ^excellent accounts list screamed sms expected theory ^whole vote rash ^others grumpy felt
    under banking inspection aisle item reference huge ^walked purring faint printers bikes ^yess no replace
    planning items job knees suggestion quiz lag reader from cricket ^nobody his ^coming fr plug kwh ^mine foreman
    curious rucksack waved greenhouse probate dementia along column hearing ^new easy order satisfied myself
    holder demo laugh smooth cup ^average ^moved number declan crewe cupboard following giving ^change marathon
    ^screenshot seal apprentice missing sons lower replaced 14th soft competitors generator ios received folder
    commend tidy intact crime dryer reissued tractor anywhere quotes mower ^someone ireland ^other ^some handled
    spam kudos sturdy ^form owing thread marry ^god ^greetings hate yesterday shown developer temperature chapel
    ^kudos ^aw aw ^start rebook ^which gb ship cheaper receipt ^feature lindqvist leave ^bill vehicle ^replying
    deserve welsh current devs ^power exhibition obliged fires band sleeps trip ^confirming codes shade teachers
    humming ^l dumb tripped glass alive ^big shifts build ^easy places bell credited porter death ^yep yep below
    teenager ^understood comfortable visitors parked ^first permission mailboxes nadia funds tin overnight stress
    tariff ^ty mine ^add meeting sighed sooner eu modem phew user ^forgot greetings cleaners invoices licence
    certified registration rack approves discussion buzzer using ticking ^adeyemi calmed removal ride store lake
    ^order eaten secs society low ^j registered wore ^fyi ^android van archive hut onboarding authenticator
    shipped ^ordering new home nurses cellar lit grant pot bt ^reading ^not duck beat lagos scones strange wrong
    ward honestly travel ^gate steam any took dental network ^superb mood jug pop mode ^danke ^visa ^yall stomach
    qx anyway stopping party tailor ^consider ^heating block wished country clockwork freezing fails blessing
    attorney drink beep stamped ^wanted ^phew ripper branches search clay bother ^bless guide damp properly
    orchard ^serial shoulders colin ^size ^fixed ps bench prompt ^neighbours wept bake law ^k ha ^typo nonsense
    able radiators ^replacement belt fantastic town baths salary framed sept ^solid cheese ines pat submit escape
    pint neighbours tank braced`,
  ],
  [
    '-0.1',
    `
    monitor tiles unlock gas puts screenshot finds yearly hug on soil tore amend assume chewed wondering bit
    ^panic settings jam highly ^happens button lasted existing hereby simply uncle slow dancing hoovered
    ^regarding ^respect schools off convey nr bothered writes bust map safari gem sub ^smooth pickup swim aloud
    reads drama believe helmet kg had highlight apply aside pilates beforehand necessary jumped aids teacher
    hidden wind broker electric theres wooden whichever exactly beeps feb cookies settlement judge easiest caravan
    accidentally reg tight ^worked smiling smile east pen ordering envelopes wed role instalment kiss group lemon
    tears gutters pension ^soft argument bridge callum walking steve whatever ^flat extend bet slate down spend
    tall anjali firewall lifesaver heart ^zero finish kumasi fluff fridge son ^impressed free motorbike ^lights
    mates mac ^grand panels tracking ^mr paperwork database screen ^without frost bliss ^saved overall expire ^see
    ace ^original address chasing companion ^roughly elephant lift ^model pair waited ids problems sec pothole
    waive fail side imei ^hats meters stairs biggest impressed ^line goes date railcard book rotate marriage lives
    fax x plugs quickly urgent parcels toasty unsubscribe turning ^passport mot contents diverted improve 31st
    whitby met penny clinic ahmed ^broken chaos sign thru literally install rota reports tune relief iyer dutch
    planner attachment cancelling posting polish stored older nov council charged jumps ^cat coast op ^reference
    rough temper brought meaning hopeless retry gutter deserves ngl ^reset open folks iban roadworks ^warm
    register cars merely exchanged rental script mean in ^go tomato rains repeat auditor jo ^before drying
    ^purchased review particular ^either announced brazil square pure ^whoever siobhan isle query fees sort paw
    video ^am ^thanks seventy ^iyer partly tab pics depends evening choose normally btw awake heartfelt owed
    thrilled spilled ^wants calculated ooh dns sorting reproduce ^migration hurry blister failing selling
    prescription inverness sleeper ^going refundable ^left die battle fa kx program imagine checked tysm rosa
    trying qr okafor browsers treasurer boys hoover crashes fobbed ya steps translator noise faultless charity
    zone ladder ^gas clip ^mornings computer keyboard ^sorry ^option competition skips player payday drip itemised
    ^rare eye inst ^postcode migrated remembered include battery rolls digital tents ^name sharp niece patient
    metre feeding canada renew loaf leeds booklet deliver rejects dented max oslo maria bulk done postpone flies
    owl sticking tightened cabinet ^did retired count dogs ^pick wonderful tries young grey doubts land expenses
    insurance fun vans terrace ls compliment helps ^trying complaining landscape ^relieved muddle quotation debit
    ^car xmas babies downstairs frame grandparents neat ingrid brick staging leith ^loan terrified ^table string
    normal ipad breathing default popped humour showing hiccup flew ^thx browser yall ^whatever corsa barber
    handbook narrow awesome fri ^water dug ^claim ^with washing carrots laughed episode ^ate matinee punctual
    grateful hardly recording scammed t crossed po soo mg strangers ^apologies midnight come jab ^ask toner glove
    ghana spain seconds grandchildren fear ^ignore carrier motor ^tested seater fall ^runs downgrade payee estate
    deactivate ^file supported playing certain ^look port nerves forward calibration ^those indeed agrees sausage
    afternoon podcast wow ^spoke bags zoom yrs wasps daily couch ^are rarely ^pleased ball passes oyelaran spelt
    woke sale weekday settle lead applies ^boiler bristol built fire maureen makers inhaler sworn captions
    ^webhook wireless workshop quarterly olds noc kiln fractions employed complained dish lamp smell dollars vpn
    mirror rma cover lap spotless batteries prints friends blink chemo forms wool blinks prescriptions mismatch
    hire sessions international wobble mix appreciation channel ruth vietnam fiona walnut site kids scheduled retd
    pier unplugged fit truck reporting delicious beneficiary warnings follows fox piece bra dob essay ^tiny pm
    ^teacher moves trampoline camp stranded ^dead file exchange drinks details kofi intercom ^legend concerned
    documentation ^bus nav custard ^fast scooter appear merged ^ran ^bliss covered socket olu favourite wave
    remote sweets ^result strap weak session illness ^hola hola basic lines ^despite deaf ^version delight enough
    saver hedgehog wall ^about flexible remittance repaired winston shouted share spin loading loan bottom rows
    fell sourdough granddaughter roof bun cottage refunds COUNT permit 20th granted draw vets beans ^answer ^saw
    fitters processing symbol don heat covid handler snapped instructions earned switzerland weekdays ^problem
    engraving blinking running kissed languages finland ^r learnt talks gale convenient net lasagne path refunded
    sincerely neither exams cheques touched exercise withdrawal col shall stiff ravi wales answered nails works cv
    screaming stuff hiring cafe 21st mostly hamish thumb farmer ^always rides mud fitted nose orange upsell
    ^awesome broke folk robbed fraud banerjee everyone bingo unreal nut de heater went ^login teddy utility
    ^bloody ^hand audiologist apologise wondered lorry watching reliable declaration repair usd shelves feelings
    clears verification co badge checks showroom ^gracias boy -word ikeja almost computers returning incredible
    heaven ^lindqvist ^soup carries including ^approved course remains idris hang art calculator executor storage
    allow knows restarting message pixel urn telephone reload emi terms ^money rotten surgery chargeback ^contents
    collect cent obviously released hinge merge saga pairing football goodness stitches invite ^manual holding
    nest listening dentists brill hears tram happily footer passport ^STAFF highest former ought ^username
    elsewhere ^spotless 28th ^off opened ^outstanding wanna ^bonjour bonjour flatmate yr fever profit honesty blew
    teach dec ^error chair unable ^started reached finding forgiven attend ^proper reversed display paused arrow
    lm ^door ^clean ours sandbox gig ^feedback reissue cm hit leipzig hargreaves blade nominate maybe dangerous
    edit ^why compressor ^caller campsite bluetooth lena portuguese tile butter chain ^otherwise figure ^sound
    beginners minors helped webinar shoes transit blanket models horror mail included ^wrote ^went mb extension
    nursing anything bernard tube neighbor regrets ^explained ^checked drawer excuses transfers pottery seeing
    grown rant push charm scholarship wellies adopted osei 26th unknown tom office slice graph ate puppy lining
    ^tysm sensor ^search refer spite ninth unblock ^short slots agm archived entered purple surname pillow
    smallest format addition dock association ^colour module headache ^little towel colleagues ^compliments
    tonight intended hosted reduce boot remaining lie ^g sit lunches okay kelly moan mince ^password builder marta
    drops ^tickets ^open treats stair cares stared mri screwdriver enquiry ^made always quit alright painted coin
    fetch ^ticket rd solo impossible retiring ^tbh curtain waist magic relocating planned blamed honour manila
    withdrawn dorothy shelf hospice ^pixel usage mast mailbox cruise ready invitations breakdown pink draft ^ye
    urgency acknowledge sides chickenpox login colours denise word lose un ^spot descale dozen grease dust awful
    weather toggle sewing brennan ran includes contacts na induction forecast standard socks anxious lying
    ^noticed surprised smiled icon screw tomorrow speech the happier proceed interested ^real ^evening tap disc
    replacement wings triumph bookcase grumble therapist blank out at yaris dinners argued ^membership adress
    ^locked lewis ^customs hand application kilos dates clearer portal spending landlords medal fellow doorway
    swept ^restored compare engine ^rebooked leo token hero domain convinced warranty ^ooh slices jar reorder
    swansea congregation lighthouse came spanish attendant gorgeous closure cutting flag amex cat orders ^dry
    cinema screens quiet samples blender slovenia resigned instalments school grove conditions vacuum wants remain
    clicking behind write arthur box confirming nephew railway perfectly belfast ^b meadow pencil board undo
    ^firmware arrival marsh workaround views procurement gratitude deed farm machine tags ^number rates files
    recycling locksmith ^bike auditors ^ours ^light location blankets aberdeen ^ya notice breath graz ^rang hugo
    log ^thanking raised doctors accra reminded ^sure madrid cust profile action going ^correct rating thursdays
    rebuilt tesco heatwave washed hardware life ^perfect windowsill circles use fancy sure gonna begging arrears
    anna changes swift buyer rated claimed complains copier star device client ^invoice girls bone adjust actual
    advance windows cancellation lifts paragraph ^fantastic pushing ^shop dent towels environment toronto brandt
    whistles ^log pressed interest fix otp financial completed ships connected hymn ^haha ^miss baked sq toddlers
    union pulled ^cust awkward per debits portugal bees ^sir capitals mild valve priya lyon loo stove yous moira
    paper end ^shout accidental ^final caused suppliers stopcock rebooking rented kraków starts updating
    separately ^working tail events bye cartridge flat contains plus ^member hums leanne litres startup heads
    ^said bent loved regarding ^sending connects ripped stories 19th ridge installation noisy ^chrome learning
    unfair sideways lollipop container recognised circuit bend ^stuck litre adore lodge affect saint users fly
    ^polite nicer contacting remove marquee courteous ears million chocolates timetable museum slipped tmrw hx
    ^received servers maximum idiot dimensions tool rome drag dial leaf mistakes pugh north injuries ^certificate
    s ^declined gauge grinding cooked identity ^sirs greyhound ^legends recover fought brass shifted staring
    enable pressing attendance ^according stool fixes season devices ^wife ^low billing rebooted youth`,
  ],
  [
    '0.1',
    `
    11th fuel dying starter idea aid sums supper handrail welcome characters ^while ^absolutely ^closing shopping
    bookings groups jumpers copied ideal staffed printer go secure quicker terminated plates birds ^next o theirs
    general touch soap pillows jumper invoice ^deleted offline handover ^missing absent managers phoned eyes
    verified squashed monitoring vicar nail shaved handlers windscreen leads ^neighbour travelled slowly tie
    operation mute quarter inbox throwing replacing yourselves lowered uniform wine parent wasting ^reported
    recipes contempt meetings scaffold licences incidents strip airing destroyed deck make embarrassed away kind
    smoothly prom wi losing impressive crate assistance ^nineteen bottled specialist difficult sounded belongs
    positive ^such ^glad might nicely voicemail among frustration 40th foot enclose barrier entries 24th arrives
    altogether diary ^hope answers applied scream package ^wow restore refused rice telephoned nineteen foxes
    terminate UNIT shrug ^great cache gather yeah rabbit pulling bow apology withdrawing resignation admitted
    ^scam king packaging supplied retention promises carton ^cancelled press continue shipping ^receipt movers
    pretend ^good minister gap fabric notification whitcombe recovered prove queued employees space tutors pull
    porch deadline ^bravo bravo ladies tray ^cot solution non ^morning handle simple copies designed loaded upon
    ^ever console ^kind seller ^export entering checkout ^what ski minibar promo train lockdown reserve fully hers
    thirteen magazine design ^ring references hun pushchair unpaid boiling filing couriers pens mile viewing watch
    fined but pregnant outstanding unusual ^until 16th listed dresses mugs STAFF joke qualify dundee attitude
    concerns sharing handwriting subtitles ^trading within ^question bold issue oat coupon circumstances ice
    translation toast shambles ever accused copying ^fits folded promptly metres ^train missed luxury pram stole
    slide shower study taps chosen kev quoted enterprise grave next ^his sue respected carpets tins nightly f
    ^room whoever ^respected newborn cert crematorium parcel readings signed shout lawyers swear teaching hook
    downloaded ticket packing every fingers valuation blocking soup deal ham headed 29th shirt before ^called
    invitation shop lockers door measurements specifically menu loves hopes thumbs pedals prior ninety ^balance
    operational saves pool sadly ^cheap pile ways ceo spray brown there picked jeans surveyor shares *sentences
    benefit ^printer effective tuner tickets to rights ^pretty remind ^prescription roadside linen who vending
    wake immediate originals washer ^closed tier ^thought theyre responsible thanking world wheels leaning ^thats
    meals immediately laid they shape discontinued threatening concerning renewal drain apostrophe burn helpdesk
    ordinary asthma points pizza milk ^tonight conversation flue helpful preferably consultant ^legal dealt
    daughters adjustment films garlic sockets rugby lots shared dishwasher completion excited absolutely visitor
    else hm kick sticker arrived worker dies egg aged postage desks owner ^lift ^meanwhile navy activated indoors
    weighed newspapers expense kindness status bins warden faro wrote loses rail factory armchair demand higher
    payslip ^upgraded ^delay ^maybe noted ^seriously stamps buffet ugly quarters precisely ^yeah ^expected
    handsome bailiff is 23rd virtual inside considering installer resolution pretty notifications tribunal
    ^tracking film rider families balcony youngest west starting correctly ^beautiful extractor ^arrived hospital
    expires renewing halfway main ^basically park body matchmaking ^he claiming arm thats mo afford ft coroner
    fitting departments beg pieces header success legal decaf opens pole ^hm collectors intensive kennel dollar
    violation everything seam minor entry horse refuge cardigan looking yellow customer scaffolding title company
    roast join collected streak text ^our hole bare lowest ^f senior buffering discount pendant ^window tables
    selfie gatwick alternative underneath groceries ^box staircase onto burned ^company ^terrible degrees speed
    discussed ^my work signature cloth ^looks studio robot luck unfortunately ^disgraceful lekki whistle classes
    holes ended refuse neck ^photo ^skip hoodie tub ^appointment sticks apartment fridays boarding tender
    sometimes blame pasta payments unbelievable handling rose incident ^returned loos delay ^unfortunately public
    chinese sent timed cheating yourself grid delivery peeling ear offering medical heavy kid coat schedule
    transport correction cement pavement ^in meant insurers gutted wild crown games worktop sill notes fi affected
    minds newspaper less stop ^hmm hmm lay logs effect unsubscribed having buttons partner rolling wonder grocery
    eat rubbish somewhere photographer ^vile ^took lukewarm performance ^found blocked dye scan parts smiles cups
    improvement unacceptable siobhán neighbour ^call uses ^environmental trolley ac apologised fiver ^funny hr
    headstone ^stood window diagnosis accent preferred crossword ^free ^liars photographed payslips decision hill
    club mid comes ^coffee cheated sleep arrangement bill household nearest slips apart also printed ^give buried
    roofers ^well am connection annoyed pedal scheme ceremony phase ^reception anger decide returned score ^food
    ^renewal stunning heating woken avocados ^tea digger walks collector menus refurbished addresses bucket
    ourselves frustrated preparing elderly ^madam ^drove ^key stock great consumer knowing member ^police homework
    fresh hungry clearly gives tooth published sense shook beta attempted ^like happen disgrace lights harm logged
    await ^seen gold comments assured ^because kennels transferred pub ^coach stoke medium wheelchair slot stars
    frustrating entirely ^yesterday straw ^CAN whatsapp serious currently ^app ^disgusting ^portal upgrading
    reopen during treasure interviews clever font smoked ^unbelievable love cushions ^pity pallet ^slow ^says
    silence knocked ^bank turnstile nite feature correspondence flower lucky host asking spat information own tue
    bounces outcome pushed service sits ohio above ^gift lab stairwell today island pond additional safety breaks
    washes increase server shredded representative leg suite collections payroll ^crooks seem filthy pro useless
    satisfaction against therefore gift ^tried everywhere eta ^level twitter seventh london dedicated spoiled
    politely confirmed tick sheets blood fed patch tear ^bins fries disconnected fake except advertise goodwill
    ^any liquid y these ^a car lunchtime assumed assigned health lean dashboard candles ^enough generous requests
    redesign look liars rate well ^ice ah ^between contractor hes dirt where nineties character ^done ^rather
    music label ^ah lifetime deposit café garbage leather ^helpful created kit ^okay ^take training sea not
    diabetic slides mondays recline outages exit con ^machine beds marvellous collection vile rot opposite
    annoying fibre tests drilling ^speed logbook ^must ^q lorries walk decent removed tells spa salmon poor
    nuisance anymore became sauce brain pills me reopened suitcases texts cream hold ^nope nope tuesdays
    substitutions officer appears picture`,
  ],
  [
    '0.2',
    `
    custom function ^pay ^leaving barely marks 10th revert doubled twin spoken equipment helicopter grass
    appointments ^makes massage bottles dearer lid authority gave upstairs getting instant p aircon cuts
    ^delivered dialysis wednesdays terminating repay pensioner hmrc ^being reaches crisps link skipped upset ^per
    shrank estimate til hard isa see privacy reservation ^feels packet hotel onions contact water coaches
    recommended beach speak pryce strength complete forgive disgraceful believing humiliated unavailable
    embarrassing article inconvenience get experience disgusting debited ^thieves exciting deep screenshots
    pointed sick instructed gently warehouse rejected liar skin 70th pattern awaiting perfume far vegetarian
    printing letterbox mystery plot warn ^page describe calling ^scammers crying 6th banana director roaming oak
    ^perhaps true longer centimetres owners ^full gown appreciate personal show ^let clean ^wonderful beginner
    lied funny leaks ruined wardrobe automated perhaps disappointment percent brakes confidence skip cool smelled
    brake ^cool ^never ^close earth filed security towed downhill toddler warning famous doors ^code scammers
    beside save are clients answering recordings fan ^lovely medicine wages glad died ^seat empties appeal stream
    juice inactivity debt assistant quality ^delivery contactless shrugged aware gentle measured lies ^marvellous
    ^they limited ^her hiding catching bonus filters crane nuts act fill logo criminal disappointing angry future
    ^wrong phoning find anniversary ^smart shaking allergy mains ^lol contracts sitting electricity beginning
    platform ^photos ^goodbye losses honeymoon final cancelled breach value inventory concert bag collecting ^come
    smiley kidding feeling began pocket offers ^service ^fine *past mother artists ^premium relationship paint
    understanding somewhat broadband ticked sleeves letter gluten goods give acknowledgement described ^quoted
    cleaner pet concern ^chat visited ads speaking pharmacy bus very phone filled progress view export chance
    shrunk interview disgusted paste section update ^avoid screws happening ^told ^as ^COUNT haircut coats crooks
    coffin fewer patients callback buses legs facebook transcript terminal smartphone meanwhile salad room ground
    announcement plaster corrected was working complain pigeon cut wearing furious reason toaster showers sewage
    private pays pensioners rooms corridor confirmation 9th needful mp splendid swimming ex promise genius
    swallowed ^shall mon ^booked furniture boxes ashes rung hassle gesture zip management cot tired sales contract
    engineers ^truly eighty shorter euros taxi timing ^bed oxygen ^breakfast tbh response ^this recommend ^fix
    consultation ad sample dessert papers jacket ^still agreed ^bought airport driven cleaning of filling speaker
    kitchen thrown rude submitted sandwich agree sends ambulance incomplete ^please scanner taking realise gate
    formal respect until automatic important seated 13th toilet shoe ^uninstalled silent followed spell flowers
    ombudsman killed mbps ^ordered petrol ticks recommending tarmac online news mug clause bailiffs wrap data
    carpet nappies portions resident people intend valued hedge environmental`,
  ],
  [
    '0.3',
    `
    stage each personally gets advised ^genius cowboys bread mattress charming reinstalled read avoid must ^kinda
    barrister be either kinda bear raw pictures patience description ^another worse receive hoping proud pay ^we
    more compensation chatbot letters bedroom bathroom album according toilets ^half record slower seemed pages
    keeps likely ^or messages tour rushed uninstalled emergency spelled contacted replies choice waterproof
    credits ^where rope goodbye cos wet shortly ^forget thoughtful half standards MONTH type complimentary aim
    wear managed ask thin reverse burger circle ^hello faces invoiced leaflet ^keep upgrade regulator starters
    father root h miles watched asked hair have restaurant full ^delete quite reserved feels ^rent ^contract loyal
    impression gone live guaranteed thieves care escalate sending daughter adverts rest improved assembly ^once
    rent measure begged quid polite seems ^cold building ring spent faster begins maintenance paid middle
    substitute clap drill ^waited swindon pillar bath whom escalated ^disappointed appointment truly upgraded fact
    clicks tape ^meh meh ^each trusted cap mails banned appreciated call ^today ^sat ^one ^too ^charged ^again ^of
    emptied calls queue ^guess sold explanation been ^its visits nobody disabled photo treatment cold ones has
    meet occasions enjoyed lessons insulin lawn writing funeral stand venue addressed faq this absolute ^your`,
  ],
  [
    '0.4',
    `
    turn dare your chat pounds wedding ceiling ^by now say meal busy given camera listen whose trading you front
    sla counsel reception product email plane agents although ^get mould claims *negated oh seats emails smart
    interesting photos ^shame into drove leaving ^bit its that ^if sofa understand guess become ^who regret mat
    liked were pleasant hope billed still hoped subject track ^congratulations photographs point children ^there
    chairs ^asked ^UNIT drilled treat bar pity ^how offer`,
  ],
  [
    '0.5',
    `
    ^i suppose trust offered chicken ^absolute enjoy ^at lesson food advert brochure help lovely ^cancel
    ^apparently ^paid being telling because said ordered unlimited past ^worst complaint disappointed begun ^twice
    cause ^brilliant ^nice learn survey why booked emailed however stranger hear left ^ORDINAL different ^you
    loyalty same ^now congratulations supposed exist resolved ^on rather talk person ORDINAL /why then premium`,
  ],
  [
    '0.6',
    `
    ^the delivered ^since shame /they-did soon shut ^for feedback advertised /emphasis which answer reminder
    paying express since ^ok lawyer closed police solicitor ^every marked wash told reported customers saying
    taken though ^it`,
  ],
  [
    '0.7',
    `
    /a-span-of-time birthday apparently stood website *only-praise priority explain voucher says system`,
  ],
  [
    '0.8',
    `
    least reply court nice`,
  ],
  [
    '0.9',
    `
    times again anyone /money anybody someone`,
  ],
  [
    '1.0',
    `
    another promised somebody`,
  ],
  [
    '1.5',
    `
    /a-word-alone /any-news`,
  ],
];

export const BIAS = -1.02;

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
