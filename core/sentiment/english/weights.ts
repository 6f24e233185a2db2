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
    '-1.5',
    `
    /informs /asks`,
  ],
  [
    '-1.3',
    `
    +face thank`,
  ],
  [
    '-1.2',
    `
    +phrase`,
  ],
  [
    '-1.1',
    `
    once`,
  ],
  [
    '-1.0',
    `
    need thanks ? failed yours`,
  ],
  [
    '-0.9',
    `
    yet -phrase stayed`,
  ],
  [
    '-0.8',
    `
    made +word ^yours please first`,
  ],
  [
    '-0.7',
    `
    warm /since saved kept even needed yes thought fight dad add little drop b ta noticed keys whats lot their
    ^will`,
  ],
  [
    '-0.6',
    `
    version through never stuck top tax error storm or expecting duplicate sorted -felt blue difference found
    woman lads ^is boots insurer late swapped laughing talked cried cable if snow mr rare best *praise-last proper
    cheers fuse listened perfect moved staying garage dr lost knew post forgotten about`,
  ],
  [
    '-0.5',
    `
    here explained turned fella switched attached much morning flood fits slept nearly ^need finally ^just
    dreading filter class bless should passed ^more instead others settled typo report stupid swap whenever hi
    asleep k ^nothing tea power feared mrs customs set driving bad supplier ^ta remember language wanted changed
    claim lad visa case ^update serial refund sister clear id panic kettle when straight broken spare voice
    accident saw upload played bakery airline forgot confirm married garages ref lol grand`,
  ],
  [
    '-0.4',
    `
    setting ^requesting calendar scam ^whats transfer payment cancel fast meter firm mum card CAN bike runs whole
    declined place procedure nervous obsessed carried ^no policy companies twins divorce omg pleased reading vat
    ^everything stolen android ^best check requesting most charge provider danced quote tried model letting worked
    english words stopped ^all enclosed physio talking switch happens size banks ends test some possible rang
    brother hates often ye /forced round spot hall early will ok ^thank does code ^honest apps abroad hated
    correct cheque like ahead knee ^fair worn autistic ^survey whether name such membership drawing records
    accepted breakfast ^request cheap cork ^passed ^somebody j probably delayed boat ^here r ^instead garden
    ^customer thing flown telly finished student fine small white cleared spotted accountant change field laptop
    postcode shops pass ^to webhook wee WEEKDAY resend scared elm sink entrance worth shed silly builders dry
    compared dispute landed grandad amount reset move ^booking how drew did`,
  ],
  [
    '-0.3',
    `
    firms weight ending guessed dreaded stroke iphone moment green visit worried ms than /once-more bank used
    samsung sorry just via feet buy problem holiday cost ^quick firefox consider tomatoes beauty suits girl posted
    hey jokes named warned mended admit apple bring colour special handwritten earlier hip ^tell present bloke
    ^came scratch previous ^omg back loft double ^that mill recognise old ^happy plugged software merci survived
    return lives catch unopened all option allotment happy cello /gone right reference ^attached useful weekly she
    unused damaged usual pie re husband him miss ^both landline username documents adeyemi landlord sight optician
    big pin slip ^finally wrapped chuffed perth migration fixed think rock ^merci cross replying do account hurt
    rush radiator digits travelling dread mistake c haircuts roll complaints pending making hugged bay faulty
    total waits mm pause wish bug boring god uk compliments sundays later eating single ^mrs merchant coffee solar
    dentist ^slept know bracket pump cellar already femi ribbon actually teeth hats d sceptical everybody scrap
    needle switching shows queen try wifi glasses suspended caps 8th boss ignore worry rebooked note yesterday ty
    calm by opening ringing leak m curtains password ^yes ^refreshing thermostat bought haha would project
    pressure till signal tablet wallet fair solid lease pdf house dream st got converted beer pleasure miracle
    pudding ^home scarf otherwise shift ^really mobile labelled streetlight marathon mention limit key n adults
    ferry those ^hiya hiya grandson chips nightmare jan withdraw ^got hands outage ^dr v prepared light questions
    average trip stay thankful child seeds okafor api thinks false blind close fool airlines raise cry ^ref burst
    loud ^swapped ^chuffed choir university updated painless ^following bin belt play opinion honest books
    available kindly ^only parking request mam held thinking monthly relieved breathe silver g handy red home
    library eats sound click keep forget sim ^everyone gearbox wooden locker ^neither saving near umbrella one
    ^cheers ^works break inform alone walked maiden run fat`,
  ],
  [
    '-0.2',
    `
    copy pairs ^reporting flu holidays station ^very chap matched wanting ^had blown goat ^obsessed junk uploaded
    needles ^gave boiler boxing retired e freezer wire newsletter ^been parked peas grandfather happened quick
    tyres ^meter property graduation ^sold edge bell prepaid let fighting vet refreshing sell sweet thousand ^have
    ^confirmed beaucoup sat crime death owned duck bowl biscuits transaction laptops clicked grinning sang tiny
    bigger provide overcharged way ^lost invalid reads prices fyi hot tenant winters suit meeting buzzer stays
    known send believed over ^back ^want tues looks joan behalf herself only ^does arrive street cracking roughly
    bills typed checking comfy flying owe seed curry bev put ^sorted ^already suspicious autism beats flask jab
    original penalty split ^appreciate delighted uni mate ^dad enter ^simple ^reply lady ^clear glass topped
    ^phone bars history wife flight travel blister restored nothing ^switched ^steps sons ^much firmware advice q
    hello uncle remembers gmail xx easily around folder doing aoife required hat shy likes lindqvist from story
    crashed manual surname legends gran catalogue dementia cheered counter wool jean mac faults on budget so tank
    mountain handed valid dispatched legend postman teachers strong lower porto usually accept thx require ^worth
    after biscuit modem took requested automatically access ^kids csv chemist tractor crash ^tenant praise stammer
    purpose ^even tomasz annual sounds step trouble ^payment radiators lane real handles mostly with puncture
    flyer poured audit long ^someone entered ^old planted audio want margaret humming daft crowd heard climbing
    ^credit cab together sucked itself fallen ^wish laugh ^hard ^patient import tent captain ^long apply
    competitors yess docs joy finance ^email jumped registered tidy ^rain received champagne underside frankfurt
    14th torch stone purring replace tablets party lasts under son shifts hotels age banking sheep ^top danke
    square dog in ^whole network greenhouse 30th chrome accounts gracias bleed grumbled bikes holder -word strike
    river kilos inch cracked nicest eur utc cm himself guests blackbird ^excellent caravan area exact his ^coming
    jam theatre salary tracking ios castle kwh ^walked bother removal quotes ^moved comparing tight pallets ^order
    secret mates keeping alarm printers spreadsheet moon smashing listens ^nobody guys ^did plan screamed panels
    oslo crewe cards restarted maths ^screenshot lag beeps teatime ^fixed nadia afternoon tripped huge overnight
    band web page tested foreman enrolment ^which fires foreign numbers phones overdue obliged ^cracking divorced
    time town commend ^mine ladder receipts inspection seen reach theory vote stairlift cheapest painted ^aw aw
    allowed truth gutters paypal declan item ^leave places cup singing angel rebook chimney ^yess helmet smooth
    settings mortgage job quiz our goes spam ^other comfortable beat ^ty butcher ^some redone probate fr follow
    teenager husbands cupboard grumpy invoices felt suggested ^average shelter sturdy visitors kudos ^new ^big ^m
    rack temperature plug myself ^others plasterer village nor ^kudos penny satisfied anywhere ^superb easy
    chapter stairs store yusuf upright reissued sleeps x planning passing permission apprentice curious chip bit
    blessing ^replying thursdays intact ^l ^god suggestion period faint cheaper developer sms handled attorney
    stress ^small ours ordering ^easy freezing ship rucksack ^greetings sighed without mot dryer soft simply phew
    polish along lemon plants thread scones demo properly COUNT jo stands lake ^adeyemi bothered ^neighbours
    sealed ill dumb ^first veg yearly devs scale cricket list secs generator looked ^bless matinee asks ^power
    screen mower details niece rash ^forgot using number current clay hidden licence harbour ward database ^change
    up ^ordering credited ^fyi greetings user discussion robbed ^either ^panic fab ^see stopping ripper mailboxes
    hut ticking unlock authenticator giving jug fridge build ^j society spend waved aisle ireland shade ^about
    ^consider names ^bill column marsh ^phew ^danke safe older ^start deserve truck knees ^mr nurses stomach
    washing colin codes framed tin sooner ^heating imagine damp wished bench ^replacement chapel ^wanted grey
    group ^form overall argument ^thanks funds piece expected prompt translator registration smiling mine waive
    orchard ^sorry marry drink steve braced walking socket temper hug piano ^yep yep chasing cleaners nonsense
    calmed strange dance brick onboarding steam hearing beep fails whitby bristol leave mood grant ^line shoulders
    voted low swim archive hit welsh approves ^serial seal ps certified browser cookies address honestly tariff
    ^happens owing ^yall ^roughly mix receipt exhibition van ^solid fantastic order clockwork ^reading arriving
    lying pension drama pat beforehand string permit grew ^not`,
  ],
  [
    '-0.1',
    `
    ^bus holds diverted 31st amend mechanic reader 28th ^confirming ^visa ids neighbours wept crossed ^zero baths
    agnes ines screenshot ^add reports ^respect ^feature bags deserves tram firewall zone paperwork ride convey
    lit pint pop missing kx relief following ^android escape ^understood accidentally chewed litres ^cat lagos
    stamped flat aside refunded soil rental born wind ^broken easiest ^smooth debit fail aloud callum electric
    done country eve nr land branches qx motorbike bliss bt ^wants sub iyer former babies hoovered kidney replaced
    anyway shipped judge role computer slate broker heart ^with booklet spain pot lift heat envelopes sept ^saved
    planner wed illness drying checked contents ^lights siobhan flatmate downstairs tore stored sorting quickly
    believe improve items necessary seventy patient ^model ^regarding ^worked porter bergen biggest schools ^grand
    dental gem bake highly token vehicle ^impressed ^iyer ^typo reproduce kiss theres existing install tomato loaf
    able no dancing pilates laughed dug hate ^without ya folks partly failing companion ha highlight urgent law
    eaten finds dns lifesaver ^water connected pickup ^soft problems ^hats spin inhaler reg gutter frost anjali
    ^thx cheese meters ^reset wonderful safari below smile lap brazil down ^warm the ^k brought ^am posting
    spilled tall rains fax denise hopeless marriage exchanged use ^going meaning orange cars valve fobbed finish
    expire alive owed thrilled kumasi ^size charged bet coast young beard isle sec heartfelt ^migration ^gas
    rotate railcard die nov wore retry sticking met crete impressed ^gate submit aids paw woke tab any ^go roof
    fall mirror grandparents hiccup refundable ls particular tightened ^rare terrace ahmed twelfth washed feb ^car
    button nephew fell pen compliment assume instalment diesel cousin auditor ^before puppy charity exams inst
    selling ^purchased chickenpox normally battle gb pics toasty payee eu whichever video ingrid tents army btw
    ^original script fluff block scammed pixel monitor browsers shown cake frame sharp towel dented answered op
    barcode ^trying max gig retiring mode rain ^relieved ^apologies treasurer rough thru expenses bulk exactly
    clip iban corsa motor pure tune staging sort tailor inverness ^ate settlement canada migrated soo east ^ignore
    fox episode remote bust fees calculated itemised whatever share ace blinks wall owl 20th fa faultless chaos
    allergic hurry humour doubts merely tysm fraud fear nerves had at gas quit hoover ^file roadworks ngl ^result
    ^loan ^mornings attachment box toner strap turning remembered complaining tears terrified leeds cafe extend
    sign new ^pick sleeper ^name ^tested drip ^problem sings plus puts cancelling supported ^claim trying smell
    hedgehog dozen fiona ^fast punctual writes awake mini ^spoke went lamp friend jumps spotless narrow review
    ^look gale metre helps ^teacher tries neat po nut qr ^runs off feeding wondering deaf rejects ^reference
    dropped ^webhook concierge popped scooter competition bottom ^flat hereby winston fly elephant ooh beans imei
    certain zoom ^postcode behind repaired skips query ^bliss chargeback muddle office settle guide upsell passes
    ^those path announced bridge flies default hang raining mismatch payday leith ^option shelf depends flew
    obviously beneficiary ^pleased ^are register rarely snapped playing landscape player makers portugal
    granddaughter awesome mean slovenia okay incredible channel retd elsewhere ^feedback appreciation covered
    sweets cabinet search ^ours ate screaming vans rosa stitches olds ab loan podcast fractions ^version
    convenient football prints sworn black shouted indeed crashes vpn appear feelings ^legend t handbook transit
    anna stranded ^answer postpone maria kiln seconds plugs friends strangers wondered ball ^manual sale port
    lines walnut agrees yrs wow carrier running profile ^whatever complained north reload restarting ^hand renew
    unsubscribe ^ask slow executor evening works yall spelt custard apologise quotation glove ^whoever ^ran
    breathing dutch council concerned broke screw kg vets aa prescriptions symbol sourdough seater workshop
    ^despite handler mg olu work banerjee pier carrots weekends wireless intercom priya yard froze collar
    installed users flexible couch pete neighbor honesty batteries maureen session tiles reversed fitters hears
    chemo literally calibration diagnosed ghana rides tom blink oven map ^hola hola reissue hamish kerb dish
    refunds wrong ipad exercise reached upper downgrade include farmer orders fun quarterly ^tiny draw choose
    cancer sausage delicious noc de granted ^ticket kofi teach ankle vietnam don warnings xmas documentation eye
    forms deactivate dentists disc weak col ^table sincerely lasted hose ruth fri unplugged lyon lead ^login
    drawer program clinic moira pair urn repeat reporting passport ^do kids spanish rma burgled school declaration
    message forward ikeja teddy covid word starts ^off kissed shirts 19th ^soup wobble employed barber emi flooded
    talks date ^sir rant bernard cheques ^saw ^username grandchildren ^gracias hardly bra ^checked captions
    withdrawal built spoke blew basic hiring dent applies ^explained remains ^bloody oyelaran ^finished wasps dogs
    idris living usb ^boiler saver tile ^dead folk wave doha normal medal engraving ^spotless international
    ^colour boys earned digital aunt lose open picked saga stiff ^caller count weekday file keyboard rolls
    trampoline heaven rota almost ^always lena scheduled moan nav ray everyone fever clears battery touched
    stopcock computers ^otherwise nose ltd ought chipped moves ^approved delight drinks surgery pottery showing
    prescription parcels anything charm profit eldest grateful mud lie bun bluetooth dial supermarket ^contents
    ^clean leipzig cv audiologist camp ^locked blinking congregation archived happily ^sound released dangerous
    cover enquiry ^went minors ^bonjour bonjour ^lindqvist plastic write ravi finland awful boy windows hums side
    ^outstanding calculator checks verification ^awesome blade noon usd unable planned warranty treats wanna
    colleagues merged hosted lasagne ^STAFF favourite ^sending association invite noise ^r display life essay pink
    stared scholarship recording stuff brill regrets dob files insurance reliable ^wrote transfers forgiven cent
    22nd builder mb estate bingo extension rotten curtain surprised free log thumb utility ^g location ^tbh
    sandbox deleted ^made campsite engine switzerland paused volunteer ^compliments remittance active headache
    ^started tonight showroom relocating push neither cottage shoes osei ^pixel processing toggle crates screens
    carries ^password maternity shelves argued spite coin convinced honour mast dec unknown ^evening intended graz
    acknowledge teacher net while sad lorry loading grease journey envelope highest arrow windowsill separated
    parish kelly cooker ^thanking ^miss ran follows languages compressor ^error rear pairing manila redundancy
    hire urgency footer sewing allow uniforms dinners picks lm fellow goodness hamster reorder unreal lewis
    devices nominate cust dates helped come impossible ripped bye graph ninth takes happier ^little action wellies
    grown vacuum ^rebooked nursing seeing 1st strip procurement ^open agm complains wales mailbox ^ya merge
    smallest spending amex sensor ^tickets rd loved ^restored excuses kiosk blamed manage remaining breakdown air
    attend cat ^search litre clearer auditors dorothy ^tysm process clicking cage ^cust heatwave descale tube
    courteous marta ^noticed na contacts gratitude fancy including drawn weekdays hospice sessions aberdeen mri
    backups forecast savings ^rang addition badge co art workaround un returning hay client steps waited parents
    flag lunches format table pencil cinema cleaned brace lining came ^real leo clutch started added awkward
    alright shoebox reduce magic billing swift refer belfast purple ^polite deliver machine weather learnt mince
    malaga installation chain bend bent domain draft doctors ^final brandt induction dust signed farm daily cares
    perfectly railway exchange blender tags deed midnight wants fetch conditions church closer 26th accra staring
    ^firmware ^proper smiled attendant ^fantastic meadow clock ^dry dollars screwdriver icon 7th blankets unblock
    lighthouse slice ^bike wrist stair ^love ^membership proceed listening solo pothole interested storage begging
    advance loo ^stuck 21st hargreaves madrid beginners ^ye landlords slipped euro both whitlock nicer kowalczyk
    directly pushing suppliers pipe wings ^account drops rows ^ooh anxious device guitar therapist 18th remain
    ^customs leanne swansea arthur ^perfect portuguese jar metres reminded views ^haha arguing otp ^working nest
    star vaccination cancellation se slices caused undo bookcase ^everybody telephone season events ^probably ^b
    ^wife trains includes ^door cutting compare maybe boot usage rebuilt withdrawn nails mark us purse dock
    hardware thu models ^passport tool hero grandmother adopted ^member login idiot ^letter grove copier linked
    ^short heater adress toronto contains yaris ^our edit lentil ^light italian debits marquee container younger
    capitals form ^put circles injuries ^certificate usher module invitations sideways yous adjust webinar joanna
    book end yr samples caller accidental chocolates ^low fixes grumble stool carry brennan leaf mild ^legends
    opened startup changes excuse horror financial grinding he pune ^she environment ^received ridge ^according
    rating powder master ^declined forwarded pe exercises cruise pain hx ^shop gorgeous rebooted updating last
    sides won toddlers batch slots gonna oct waiving fix rates shifted completed attendance panel scotland
    treadmill bicycle hinge baked ^shout 12th ^said climbed lodge sit ^log helen totally fire hail money sentence
    out social doorway ^over watching closure frightened holding tesco larch recognised sq mail`,
  ],
  [
    '0.1',
    `
    ^morning supplement unpaid ella ^gorgeous nicely tenth seriously ^flight make bowls pinned issue dressed
    sounded bottled losing bride proof ^he bookings supper crushed is ^nineteen crate ideal hid destroyed
    travelled employees fined ^unreal ^bravo bravo outside ^under terminated cheerful legroom parent frustration
    minibus portion tasting grave slowly depot handle market lowered seller nearer incidents handrail charging
    entire cardboard km recovered pregnant ^shoutout ^cancelled sums signs taps agency pauline hers cylinder sweep
    tie ^screen lisbon go activated noted ^neighbour statements knife copying kind flagged inches eyes o
    monitoring ^missing yeah elses kev ^restarted caught instructor difficult minimum dead wiped an mondays ^ever
    shopping counting hamper stamps ^while resignation jumpers positive handlers sets app idea hen outstanding
    continue duty notification padlock rugby skirting assistance zero estimated recipes ^what admitted ^deleted
    hook subscription packaging rings burned whitcombe certificate ^wow secure leaked minister ^from carton
    weighed makes drains ^send owner tarpaulin prove text groups ^scam shambles trolley fitter unusual theirs
    ^prescription oil birds bunk unit sent throwing recipe 40th diary embarrassed template boiling newborn phoned
    squashed entering bow lent 11th wasting fruit sandwiches ^reported mentioned mute contempt porch oat quicker
    jammed balcony shaved altogether uniform leads desks withdrawing answers promises accused coach hairdresser
    impressive ^question shipping turns concerns ^good foxes smoothly entries offline streaming ski quarter
    /in-contrast meetings beg organisation operational ^thought decided ^trading managers ^expected ^great ruler
    uses circumstances logging respected ^absolutely ^upgraded results qualify deal ^within supplied adjusted
    event ^export ^respected mugs tuesdays among next ^kind until airing terminate concerning telephoned scaffold
    nightly ^CAN prom but sadly terrible treated smoked payments shout joke tone 24th suitcase readings nowhere
    ^these specialist scream lockdown pillows parcel guarantee pulling wi couriers ^arrived stole pendant ^cheap
    burn cert prior intensive ^train written ninety tutors dishwasher drain consultant blocking thanking longer
    ^closed sue spray west roadside carpets ugly ^pretty inbox UNIT theyre general movers logged badly ^his
    console club trial barrier folds worst ^when ham saves restore pull queued for ordinary touch promo none
    pretend pushchair renewal coupon vase scan mile content promptly ^ring lockers ^delay handwriting filing loses
    toast ^cot vegetarian immediate deck welcome unfortunately absent whoever lawyers ^until ladies tuner might
    threatening flue hopes press ^fits extra ^such garlic swallow attitude ^app valuation postage lots ^receipt
    excited ^called originals horse minibar coroner subtitles expense factory 29th viewing references afford slide
    faro reserve ^yeah ^took rights wake effective dies solution ^legal invitation ^balance eat newspapers
    discontinued ^looks licences yourself ^unfortunately ourselves headed well resolution quarters leaning buffet
    bold row having ^seriously correctly bailiff enterprise adjustment fuel kennel worker copies shrug
    conversation swear upon higher world alternative ^tonight starting hm except benefit during loaded rider fish
    loves deliveries vending STAFF ceo ever nail remind daughters folded header ^thats missed hospital blame
    fingers hun linen collectors precisely asthma robot thumbs responsible handsome deadline ways claiming simple
    gift luxury youngest seat legal before wrote needs applied luck ^beautiful virtual sleep mo ridiculous status
    helpdesk vicar wine hangs magazine lowest ^disgraceful expires watch ^hm chosen there degrees families
    preferably kick ^meanwhile dollar non rose ^printer ^because crematorium *tells door blocked enclose line
    closing ^room helpful completion ^hmm hmm considering buried decaf arrangement join happen violation selfie
    within company shape walk indoors rip specifically success forever tub less look notifications entry inside
    bottles minds plate roofers visitor immediately refuge kindness demand question translation title shares pile
    apart gold neck gather installer tier opens cheating medical incident ft slides milk household roast leather
    delay they extractor listed pole pedals gutted every gave buttons lekki ^window checkout apostrophe medium
    ^appointment smaller dresses sharing tribunal rejected who collector ^company also homework sockets ^box
    window ^maybe cardigan gatwick dealt improvement ^environmental insurers pryce peeling absolutely worktop
    ^returned else warden pretty stairwell slot own shared offering laid staircase unbelievable bare wild
    ^downloaded ^reception lay space information somewhere ice plates tables body ^basically packing price
    unacceptable cloth handling loos apologised label games aged performance rolling harm nuts whistle buffering
    ^tried cement holes rubbish sticks armchair navy ^stood ^bank accent lukewarm ^vile 23rd frustrated meals foot
    ^f hoodie ^funny delivery consumer measurements affected ac ^tea unsubscribed siobhán asking diagnosis
    photographed egg seam changing ^well rail ^photo park wheels photographer sea arrived smiles mid meant grid
    annoyed preparing pasta quoted logs died departments streak ^call correspondence me ^found ^renewal jeans
    matchmaking became hungry groceries studio newspaper ^free ^slow pavement ^unbelievable hole decision
    apartment sill published ^liars great wonder pizza ^terrible grass ^lift preferred stars signature ^says score
    parts ^disgusting reopen pushed notes nuisance shirt pub discussed ^pity heavy ear ^never straw pallet await
    fitting salmon onto balance correction serious senior scaffolding walks pond cream headstone safety tender
    ^like refurbished grocery transport hr ^skip increase minor everything phase coat interviews ground pedal
    classes above digger surveyor treasure ^coffee ^give ah slips assured sheets beta eta effect confirmed
    additional ^madam payslip ^drove speed to ^ah beside fake wardrobe crown bill training fabric whatsapp kid
    boxes breaks silence woken public seventh printed upgrading hill stunning menus soup ^seen anger ^food
    politely island ceremony ^portal lights pro decide link boarding yellow stoke kennels film apology fi disgrace
    today lucky dye measured elderly halfway frustrating member fresh disconnected cups ^crooks ^q spoiled spat
    ^any thats redesign dashboard according outcome pieces y cheated ^coach coming recline payslips knocked
    schedule shook clever returned outages menu cushions patch scheme requests payroll car currently deep leg
    collections washer attempted satisfaction upset clearly fiver twitter service ^ice flower ^police ended
    roaming connection knowing renewing suite ^in wear deposit sits ^okay ^we character font entirely turnstile
    ^rather pool ^feels contractor liquid host ^a authority avocados seem tue against blood ^key stock liars tear
    created ticket dirt transferred everywhere custom sauce ^level ^helpful nite texts ^gift lean representative
    garbage exit lorries suitcases lunchtime comments generous equipment bounces ^brown reopened looking ^enough
    decent discount are assumed ^bins nineties ^leaving ^yesterday ^per chinese terminating empties am anymore
    tick shredded`,
  ],
  [
    '0.2',
    `
    oak plaster therefore hes function advertise fries letterbox reaches warning spa ^machine appointments ^pay
    repay vile ruined these wrecked con goodwill ^speed doubled addresses london disgraceful nearest MONTH
    dedicated tooth ^being 10th rot sense began appeal ^wonderful ^between packet refuse forgive owners water
    drilling candles percent logbook server unavailable ^code ^photos ^scammers assigned officer ^nope nope
    disgusting inconvenience section marvellous marks live 70th bucket ohio tells ^let hmrc fibre diabetic beach
    health timed screenshots recommended disappointment café crossword printing gently cancelled ^take ^full tests
    helicopter heating humiliated removed lid ^makes privacy scammers ^told annoying revert exciting dialysis
    massage ^thieves ^done love lab ^must isa brain liar clean washes pensioner embarrassing disappointing skipped
    filthy far p lifetime stop warehouse sick complete wheelchair ^her automated appears read meat feature
    assistant salad gives downhill crying dearer describe earth feeling save true anniversary lied pattern
    opposite confidence kit barely article substitutions crisps music shrugged uninstalled beds catching personal
    glad pills ^fine banana director ^delivered hard concern ^bed ^page warn ^cool collecting pointed gown ^lovely
    goods famous gentle getting til beginner skin get bag ^please stale collection filed juice crane legs useless
    ^come hiding ^they aircon act ^seat lies cuts debited debt mystery recordings instant platform rate inventory
    fan calling experience brake angry phoning bonus perhaps perfume ^premium kidding onions filters 6th doors
    inactivity funny criminal ^marvellous towed where instructed believing ^smart ^perhaps ^close aware wages
    contactless hotel value plot room breach honeymoon tired contact ^lol shrank coats mains ^goodbye logo
    terminal spoken acknowledgement pocket smiley security fed wednesdays limited find strength disgusted offers
    pays answering losses eighty twin happening coaches stream contracts electricity visited ^chat tbh ^quoted
    phone concert relationship mother leaks ^avoid father awaiting cool clients recommend smartphone centimetres
    swimming picture shaking genius bedroom ^shall meanwhile ^service toddler bus artists cleaner progress hold
    patients speaking haircut speak understanding future see ticked skip described pet pharmacy smelled not
    ^bought callback was ^as somewhat fill appreciate circle interview ^booked mp very ashes ^delivery buses
    estimate killed promise management furniture bathroom ^fix ^breakfast filling papers final coffin view mon cot
    beginning sleeves petrol paste complain toaster crooks export broadband gesture furious quality oxygen
    facebook formal 9th showers toilets reason online likely ombudsman sleeve chance agreed fewer hassle people
    kitchen sales ^wrong sitting ^i sewage private transcript sample hedge announcement shrunk shorter *past paid
    pay pensioners ^truly response dessert ^uninstalled letter screws contract gluten euros pigeon needful
    corrected bailiffs more rung incomplete timing reservation scanner resident consultation jacket bear shoe
    choice give sends submitted clause cut ambulance intend carpet realise brakes cowboys working swallowed taxi
    important wearing engineers faces environmental personally gate mug ads splendid zip mattress ^genius corridor
    quite`,
  ],
  [
    '0.3',
    `
    respect speaker update ^keep of each ad allergy avoid ^still driven either emergency proud ^kinda chatbot
    pounds recommending loyal reinstalled barrister ^or nappies news valued cos show slower medicine charming
    thrown escalate data starters miles restaurant agree managed ^where ^COUNT swindon must receive hoping
    contacted spell kinda poor invoiced portions rude root reverse cleaning tarmac leaflet sandwich advised wrap
    ex 13th airport mbps spelled standards raw ^disappointed toilet ticks description cap ^waited half regulator
    turn quid credits flowers daughter ask silent polite rent thoughtful seemed ^delete care ^one compensation
    rope patience whom addressed ^forget album ^hello messages seated rushed pages escalated ^meh meh
    complimentary rooms begged ^rent goodbye thieves substitute improved ^contract record followed ^another bread
    upgrade shortly gets ^each clap asked wet pictures ring be thin keeps stage upgraded ^charged ^this meet rest
    impression aim confirmation have trusted full ^today burger fact sold ^there h sending faster measure ^once
    funeral watched ^its guaranteed waterproof middle ^cold building ^sat assembly reserved adverts pillar begins
    gone email paint letters feels truly lessons photo ^half appreciated maintenance tour bath emptied type spent
    ^ordered banned front enjoyed mails wedding taking disabled ^guess ceiling ^of emails absolute visits
    occasions treatment`,
  ],
  [
    '0.4',
    `
    worse tape replies *sentences ^too seems ^if appointment dare has clicks automatic call agents claims venue
    ^your drill lawn counsel this drove writing calls trading now faq explanation busy hair ^bit cold ^again ones
    ^get meal into plane become sla ^by been were say given insulin whose pleasant understand ^shame *negated
    ordered listen interesting oh left stand mat sofa camera product chat queue ^who hoped ^asked regret nobody
    smart photos guess children leaving ^the subject your ^UNIT that ^how ORDINAL hope ^congratulations ^twice
    offered liked unlimited survey`,
  ],
  [
    '0.5',
    `
    ^cancel you photographs drilled help chairs pity chicken track ^apparently past enjoy telling point ^absolute
    trust treat mould being learn police lesson although cause ^brilliant ^nice complaint lovely offer ^paid food
    bar still its billed advert seats ^worst said however ^now resolved because stranger emailed why reception
    ^since booked ^you supposed disappointed ^at begun /why brochure suppose congratulations /they-did exist
    feedback hear then`,
  ],
  [
    '0.6',
    `
    talk person different solicitor ^for loyalty closed ^ok same shame delivered ^ORDINAL birthday answer rather
    soon lawyer told since advertised ^it ^on paying shut premium customers which though ^every reminder voucher
    /a-span-of-time express`,
  ],
  [
    '0.7',
    `
    /emphasis marked wash saying apparently explain reported website priority stood taken says system`,
  ],
  [
    '0.8',
    `
    least reply nice court`,
  ],
  [
    '0.9',
    `
    *only-praise another anyone again times anybody`,
  ],
  [
    '1.0',
    `
    /money someone somebody`,
  ],
  [
    '1.1',
    `
    promised`,
  ],
  [
    '1.5',
    `
    /a-word-alone /any-news`,
  ],
];

export const BIAS = -1.49;

export const WEIGHTS = new Map(
  BY_WEIGHT.flatMap(([weight, signs]) =>
    signs
      .trim()
      .split(/\s+/)
      .map((sign): [string, number] => [sign, Number(weight)]),
  ),
);
