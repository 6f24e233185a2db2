/**
 * How much each sign speaks for an unhappy writer: `/` before a pattern, `^` before the first word of a sentence, `+` and `-` before
 * a kind of hit, `*` before what is counted. Fitted, not written: test/core/sentiment/fit/main.ts.
 */
const BY_WEIGHT: [weight: string, signs: string][] = [
  [
    '-2.0',
    `
    /asks-within`,
  ],
  [
    '-1.9',
    `
    /asks /informs`,
  ],
  [
    '-1.2',
    `
    +phrase`,
  ],
  [
    '-1.1',
    `
    ? +face`,
  ],
  [
    '-1.0',
    `
    need`,
  ],
  [
    '-0.9',
    `
    *praise-last thank please`,
  ],
  [
    '-0.8',
    `
    -phrase once yet stayed +word yours`,
  ],
  [
    '-0.7',
    `
    made thanks first thought add changed attached -felt blue version or ^yours`,
  ],
  [
    '-0.6',
    `
    ^is late bad than found when noticed about through set post moved`,
  ],
  [
    '-0.5',
    `
    warm top cried /forced feared rang ta fight boots wanted tax never needed ref difference explained /once-more
    bike insurer ^just ^that like so dad policy class even if page cheers failed kept cable turned enclosed meter
    their reference parking upload saved b together should case woman supplier`,
  ],
  [
    '-0.4',
    `
    ^here stuck hi ^nothing keys him laughing how fits problem will report ^will CAN stopped ^no yes swap vat
    /gone dr do whether early garages best obsessed error station filter finished size name /since ^customer son
    quick does thing morning instead move sorry here claim handed slept setting quote payment switch miss special
    visa change ^ta listened would later card shows cost cupboard dreading knees happens refund moment most check
    bring fast hot transfer software nearly ahead customs tried test reading android ^to ^best yesterday storm
    code forgot home typo stay used all looks garden rush webhook lot duplicate`,
  ],
  [
    '-0.3',
    `
    expecting did accident dream snow abroad broken box colour drop fine postcode mum whenever sorted know often
    scared much firefox entrance mr serial limit complaints carried way hip firm sat old web worth ^booking bigger
    id sceptical consider back ending passed reset project updated round e model ill perfect fixed bay fyi giving
    cheque useful pdf straight place showing took course membership knew calendar 8th pause talked ends ^only
    asleep cake such runs stays breathe whats admit ^requesting video flown account spare records via reach
    documents below power average divorce visit mill by ^tell chap driving split ^survey those list seeds little
    ^really cross dance ^new bought only date WEEKDAY ^meter /in-contrast english blown tablet child loud stroke
    delayed clock received panic requesting maiden order ^dr autistic lads knee switched recognise laptop feet nor
    some tracking option step big worry wrapped replaced ^home number breakfast bless danced bracket brother
    declined flood app st calm heart builders keep sister pleased let ^feature uk hands ^not nervous holiday elm
    talking ready boiler re charge eggs sale ^everyone ^both language cork leak mode single normal request iphone
    pairs owned airline property word travelling whole vet ^somebody voice low 14th build worried return dry omg`,
  ],
  [
    '-0.2',
    `
    ^happy rock drew steps resend fit ^need bug adeyemi user played pin digits cards present clicked typed pair
    drawing burst companies arrive ms ride ^instead started library migration hurt api thermostat seen rebooked
    running forgotten proper ^which grateful ^she ^everything field map physio wifi neither with strong landlord
    manual ^nobody ^steps c she accepted haha remember folder from student ios ^neither posted attorney silly
    ^payment switching stupid run closing remembers ^despite house green key mortgage x provider thousand
    shoulders samsung chips tiny grumbled had handles firms light ^whats satisfied spotted long signal chrome
    right job break uploaded buy our heard despite letting usually suggestion g monthly suits office text tenant
    perth chuffed column leave ^hard import ^lost lane j ^has huge strange ^gave noise hats saving wife got ^fyi
    bakery spot handy required eur note comparing brick camp ^average easily ^android husband ^patient items till
    logged kg wish usual choose apple v tomatoes utc mirror urgent slip comfy sundays worn screen lease freezer
    ^bill married town fat forward lasts ^reset overall trouble ^kudos kudos lower weight put mistake us faults
    cheap felt plus prepared ^screenshot ^have joy excellent waits scam ^old bank impressed ^omg already bills tea
    tree rucksack opinion ^add met discussion opening hated missed story ^excellent book dutch fails earlier
    screenshot ^ref easy certified ^either trick think staying r compared hey planning episode maths toasty
    upright free ^form ^tenant smiling jokes confirm adults accountant amount ^obsessed eve drink csv 1st receipt
    passport codes flight yall onboarding ^finally sooner repeat sleeps windows ^cheers click dreaded false rack
    30th access cry one works hall red expected ^yes safari moon ^appreciate apply evening budget purpose sms
    permit fuse guide turning leeds street damp receipts raise ^more caller beyond hate scarf ^someone others line
    period ^attached ^left goes piano ^thank include mean ^typo ferry ha pending refer daft firmware floor sent
    bin over allowed coffee named any allotment dinner fear mrs choir wind ^even d ^reading ^quick entered ^water
    phew ^wish saw university finds stomach hat lost crashed under envelopes numbers remembered grandad miracle
    guests vehicle rota nicest member names annual due suit compliments settled landed ^gate clinic curtains
    hereby rains history streetlight ^hats thread nothing come retry coast bars purchase ship small tap helps trip
    shelter legend painless repaired ^reference rows roughly edge rare roadworks wished mechanic life reproduce
    jumps fab advice necessary ^passed ^phew wrote shoes ^leave tin pallets fantastic thankful tested lucky
    ^credit ^happens requested meeting band keeping sight phoned action address carer complaining pressure known
    an load pm within docs reads ^whoever strangers paperwork announced k cancelling following fraud ^car visitors
    tore them steve teenager ^am ^dad undo glasses cab ireland lemon forget savings dressing herself aloud
    ^following exhibition application shifts worked registration near`,
  ],
  [
    '-0.1',
    `
    restarted skips nurses tears takes details happy mended lady praise safe device ^been plugged returns doubts
    ^visa pass likes sweet pleasure hello packaging temperature off comfortable books loft mac waved message
    ^passport up rating yard copy wow missing castle veg landline suggested certificate ^tried clockwork total
    blind complains without tonight his mail solid ^impressed garage blister workshop landscape block
    documentation soo exactly terms cleared owe swept overcharged ^moved curry ward exchange believed asks ^sure
    on invoices ^change biscuits ok ^before in handled colours ^wants alright ^feedback instalment warned ^pleased
    fluff mb harbour zoom council arriving ^caller ^without heartfelt ^money certain path chemist yess extend
    answered ^superb double tutor potatoes previous co assume fell eu holidays gem weekdays wonderful cup
    lindqvist group possible curious share shift fair judge tomorrow ^model pint ^all rotate charity porto bench
    god notice permission foreign ^sent sink glass star thinks gb age finance original beer bit schools mostly
    valid joan ids alone role ^yall close cello amend went files questions asked contains no topped probably
    looking staging black beginners send ty laugh lives holder telly ^made network learned alarm ^error cares
    delicious phones both 15th colin inspection shown COUNT ^door anxious travel banks pink ^bless iban relief
    drying browser kettle commend mark ^turned storage audio ^request ^told browsers polish ^those smooth dentist
    current delighted international parents ^fantastic accounts billing isle wondering hardly norway restored ^mr
    keyboard pain mm things shops yearly feeding sang beep pixel spain bits recording square wants op kx kwh
    walking ^spot anything print moss paypal bikes bliss ^sold simply crewe agrees enter usage stuff across ^long
    ^god grinning authenticator showed ^same waiting checking boat tues standard ^sorted turns ipad term hears
    accept behalf completed basic ^other front locker uncle looked chair lasagne beat road plant terrace imagine
    seal aids tidy ^update country net complained ramp tent ignore forwarded find ^top inspected ^much places
    loading rejects means pie qx sound borrowed grandson registered neighbours fallen aisle engine parcels held
    heaven rash users pricing new sworn ^some die apologise suggest contents awesome patient rear refunded baby
    views finding served unopened deaf quickly jan ^correct mobile search sticking apprentice matinee pillow angel
    museum regarding down whichever ^smooth friends crash quiz finland pre strap deserves grant ^pixel planner
    ^rang chest gran unused mention blinks ^worth newsletter contacts attach stolen invalid updates lets plug lift
    selling minors transaction slow archive probate perfectly ^size downgrade instalments able chimney collect
    thursdays reports overnight correct thu dates tiles bulk rates ^big favourite invoice batteries shade ^mrs
    waist review biscuit dozen ^firmware tag cm drip oslo graduation circles we digital space feb dentists ^ours
    mess just 28th loose swapped spam tomasz stop rated buyer scotland cancel brought procedure hearing umbrella
    pick merci grand clears ^started lamb damaged wire drivers drinks sharp nan 21st truck tv display socket
    ^clear ^want repair finally refunds fighting grandchildren honestly ^rebooked roll installation shipping
    screens wales flour site ears leaked max fox ^forgot conference edition mailbox ^put lake helpful penny
    electric ^wanted verification lad wrong something relieved reversed walls lamp singing level hospice expire
    treasurer game ^fair faith ^go chose tune password sealed handwritten thumb 11th spelt hole ^zero faulty
    portuguese vans magic automatically pipe catalogue clay ^send callum money unlock east subscriber audiologist
    ^such flying file awful puts normally ^re xx winters module preview teachers dns portal count edit noon ^about
    silver buying lifesaver friend available counts planned pics words joint jam granddaughter seed anna barn
    ^kids rebook summary renew captain firewall ^works download ^awesome cust included texted moan restart touched
    clearer crime sounds himself attend joanna script headache ^expected marquee sq ^m grey tenants rain survived
    attachment reschedule blackbird score hosted charged suspended argued withdraw ^merci environment extended
    spin jo older applies inhaler stiff fail tab verify mid okafor dave merge eaten bowl facing shoulder pairing
    hinge bc ^filter maria pension valve withdrawn bluetooth everyone pot balance spotless sorting gap freezes
    granted legal treadmill along euro boot ^otherwise client auditor marathon argument ringing bridge expenses
    hang lounge friendly zone north highly ^sorry debit banking copies stress inch waive volunteers stopping
    weekends reload fought item fun writes qr ago ^tickets rolls ^last processing boss returning expired midnight
    loved kindly needles issued gas lines cars ^number weekday upstairs mixed ^would trying afraid ^boiler
    statement ^cust record vicar out medication strike hub enough obviously narrow prescription socks fetch forms
    tyres default afternoon program after blocks jumper cabinet format bunch delight cracked surprise procurement
    figure making ^client ^webhook adore adopted punctual twins visible sync between grumble ^reporting superb
    sobbed railcard ^order voicemail button solar ^gas beautiful ines settlement cheese dollars transfers
    scheduled guys dreadful ^problem jar document information weekly ^grateful itself remote charm follow smell
    sell ^version plan teach nursery t everybody ^back norwich hose ^exactly plasters pure starting fence
    passengers database fuss cent ^easy towels hurry slices quit football enable cleaned adjuster carry ^result
    wrist head gym canada ^hiya hiya happier spanish rise fri match pack cheaper forgiven restarting tank handler
    always excuses thrilled credited ^log flexible luck washing ^thanks priya recorded partner chapter white
    quotation refundable launch updating roadside scanned ^when unpaid inform coins cash talks until spend
    background push drag pan pop thx explains cottage devs dispute ^had ^small roof stove ^table leg surname
    paragraph workspace donation repairs spreadsheet spoke shed particular ^card mower pickup colleagues lena
    ^battery hug lands bust landing freezing ^deposit cache endless secretary clear conditions dec needs less
    rough plastic banner ^open legends lining customer play events released ordering frightened query mornings
    sure chocolate m while practice ^closing snapped loan van 31st niece terrified wore million watching wallet
    propose bag ^always sock doorbell thesis daylight exchanged wed evenings workaround fringe sandbox wide
    ^answer regular addresses awake flu self screamed lens monitor tablets owing hail sizes convinced cellar
    shopping lodge reader dryer papers skin catch write ^looking reporting plants ^price quarter accessible freeze
    around installed ^far pins dark plate owed nonsense stone business`,
  ],
  [
    '0.1',
    `
    urn guest oil quicker end her built expectations ^one flagged reserve orders chipped opposite ^his laughed
    unacceptable stories eyes groups lying rubbish host ppl jeans lenses ^give girls gives prove competitor
    promises hung ^lunch walks estimate joining dot height credit assured ^closed arm km college ^sound mentions
    behind fresh bear ^my separate results scratched funny ^sofa doing nephew gary invitation including matters
    among dealt ^first sitting generous according genius try pushchair sticks drawer oct shout look short hell
    ^feels flights bowls w see control ^called okay lose getting rats market am dearer corridor content wednesdays
    postage ^tracking widow font ^ms youngest ^booked sticker readings health ^policy foot ^export everywhere
    ^disgusting hotel buttons gloves duty as choice counting extractor refuse it legs sites higher valuation is
    absent trial offline hygienist ^balance nearer ^next washes wheels bloody saves sue rooms ac replacing
    occasion replied sauce away sit honest press true happened shared options answering per shook base delivery
    wardrobe renewing sides letter ^lift ^photos extra sleep scammers requests vanished greetings upset fire ways
    ^coach too tier ^see caught fabulous ad tender forever sends waived brown remove mp games kick annoyed smoke
    shop pendant recommended pulled crossing bonus figures gown stairs ^invoice stick assistant listed wait delay
    chase event weds thanking ^done shambles cool understand counter value climb inside contractor process
    lukewarm assumed serious lockers families cut warden speed peace smaller feed seam moves else ^key ignored
    ^hope ^this outcome 27th booking board elderly blame roses vouchers yr helpdesk buses nearest rent operational
    golf paint translation ^an high ^beautiful cabin ask filters goods discontinued expires reservation expensive
    important ^bravo bravo streaming wearing trusted west slides excited ^scammers owners city ^STAFF really
    ^service kerb interest ^chat status hopes l famous copying ^thought london picked walk table pram marvellous
    sample haircut sun standards rights hull drawings diabetic notifications subscription ^enough digger lie today
    nut reviews appears lab wiped chef liars ended hosting labels ^gorgeous clever 16th disgusting tone plays
    sharing stream oxygen politely bucket whom teacher ^marvellous garlic gluten remind ^crooks medal leaks earth
    salmon personal chosen yourselves studio estimated beside ^come finish progress furniture ^refund not suitcase
    seeing warehouse recipe ^mum navy jacket assigned crutches blanket drain hers degrees eat longer bread handle
    refurbished vile filthy security managers crying mondays killed acknowledgement ^returned senior grocery pro
    shelf coaches plenty magazine joined hidden ^disgraceful slips leaves filled showers hill train mains lock
    cuts update ^why section kitchen except charges link heavy begins fitting ^account wishes film pub o
    photographed centre album ^q decision patch main experience boards seem pallet taking to disgraceful are
    meanwhile measured concerns backwards safety lies roaming ^hm hm digit own gather collection kidding forgive
    village feeling begged photos terminate for anger straw grass students compensation raw ^must subject cardigan
    polite ^pity incomplete beach solution tear fingers shrugged apology battery describe beginning ^printer
    answers household taught tuesdays drunk rail washer love telling windscreen watch ^wonderful ^now ice ^premium
    act ran confirmation tyre holes callback ^thieves folded pregnant goodwill automatic ^there visited and
    reserved pull gets gift terminating coach yrs garbage logo chargeback ^seriously fill trips broke throughout
    courteous upgraded shorter warning sits aid towed boxes ^cheap ^fix fibre ^stop crisps rabbit parcel ^never
    club ^maybe nuisance shrug applied non be flowers personally arms shaking actually listen outages bother seems
    ^thats barely aunt frustrating charger kid gold 9th hes blinds pharmacy label pocket scheme dollar statements
    ^CAN aged exit me instant followed pryce dropped ^paid letters ^since hr came wages ^bought smelled frustrated
    ^seat ruined discount data ^close downhill starts disgusted anniversary enclose payroll began oak buried
    children texts shrunk engineers affected salad spoiled fee radio substitutions rest annoying email seriously
    ^waited skipped ceiling connection improvement tired newborn miles minus suite supply ^per contracts angry
    replies living fridge before call walked silent drilling ambulance seat middle claims arrived ninety paste sea
    live export happen zip poor kindness ear complete management maybe promise *tells ^he swimming contract crooks
    ticked paid crown clubs every plot changing news complain rope understanding effect ^looks cook spoken young
    brake awaiting thrown each final rejected guarantee confidence spa toaster honeymoon thats pensioners leaflet
    kind beta well hedge printing director pointed charming training pool twin scaffolding petrol sandwich
    entirely bags lied wine dated doors ashes toddler basically likely work losing ^says outside mbps rushed
    ^might`,
  ],
  [
    '0.2',
    `
    ever liar knowing quoted ^glad sales guess package ourselves disappointing massage water mind centimetres
    insurance spell ^they yellow warn spent invoiced banned plaster reinstalled begun simple shrank eighty decide
    full signed ^fine against ^okay bottles i refused advised hiding eta parts stage bailiffs joke ^full useless
    ex sewage pills humiliated patients ^lovely rude custom zero tour treated ^kindly clause drains ticket ^took
    ombudsman ^used fitted ^hello treatment ^of ^avoid 6th nappies chatbot empties pensioner ^page revert resident
    mystery response tables appeal stairwell car ^delivered tells phone carrying opened face ^should ^UNIT nuts
    restaurant meet uninstalled ^at trousers drove ^apparently article ^truly doubled ^from whose ^today losses
    *past goodbye was lent inventory speaker cowboys mentioned medicine environmental ^her resolved trolley avoid
    submitted far public skip complimentary splendid shoe ^bed mug proud announcement nineteen premium speak
    advise moving filed ^in agree brand rose ^what pillar furious swallowed stand lesson ^again somewhat
    maintenance complaint soup cot mattress ^disappointed ^rent chance hard formal shower actual bins human
    reverse driven tooth mon read ^another thieves chicken fact ^kinda offers emergency realise dessert counsel
    bill 10th help assembly deposit consultation venue fed pizza hire debited show seats trading ^your toilets
    breaks have allergy might carpet who unlimited filling ^delete sick ^shall people tarmac half renewal toast ^i
    none ^any keeps give timed corrected rung seated priority measure ^if terminal ^guess onto portions swindon
    meant wear upgrade pleasant hospital ^delivery messages calls lifetime pieces ^twice wheelchair but heating
    occasions gone glad sending ^smart spelled dare product booked taxi yourself ^each faces receive ^still tell
    queue sofa emailed loyal ^cold kinda contacted sense rate daughter coat other electricity pages ^half reminder
    hoping platform quite thoughtful 13th camera worse MONTH wet disappointed clicks smart of written makes future
    sla mat regret depot truly fewer chat explanation ^meh meh lawn crack hoped gate meal pounds`,
  ],
  [
    '0.3',
    `
    cleaning uses hair they ^charged ^ordered marks pay ^who although point ^asked euros packet picture mails ads
    ^good ^too ^get ^you fault enjoyed adverts appointment ^bit intend visits regulator lovely died managed
    company emptied bath cleaner care gentleman saying disabled ^by anymore more ^absolute either faq seemed tbh
    stranger *sentences ^shame respect /emphasis hold cos shall stood into broadband advert ^great ^wrong h cream
    impression agents ^once concert delivered ring feels lessons p very thin leaving ^slow ah mould ones wedding
    been track pictures ^ah guaranteed however toilet photographs bathroom these root building ^contract photo
    loyalty become agreed ^keep ^where get cancelled tape because funeral emails menu reported offered cap
    appreciated hope apparently bus slower hear mother ^we ^worst busy ^its having reception airport lawyer
    ordered *negated bar type offer chairs drilled its`,
  ],
  [
    '0.4',
    `
    police shame you ^please ^congratulations congratulations insulin ^ok plane learn feedback solicitor ^ORDINAL
    ^nice then pity trust different food treat website clean were working suppose writing rather wash soon ^on
    ^brilliant answer ^for given absolute father cold advertised billed ^cancel enjoy still why now turn has
    person quid cause ORDINAL exist say oh marked nobody liked ^it left birthday same addressed talk`,
  ],
  [
    '0.5',
    `
    paying brochure shut ^COUNT express must ^the that your taken closed this being /they-did says system since
    anybody supposed /why`,
  ],
  [
    '0.6',
    `
    voucher told though customers ^every said past court ^how reply least explain`,
  ],
  [
    '0.7',
    `
    promised nice /a-span-of-time anyone someone which times`,
  ],
  [
    '0.8',
    `
    /money again somebody`,
  ],
  [
    '0.9',
    `
    /a-word-alone *only-praise`,
  ],
  [
    '1.0',
    `
    another`,
  ],
  [
    '1.2',
    `
    /any-news`,
  ],
];

export const BIAS = -0.9;

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
