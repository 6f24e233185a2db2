import { remembered } from '../remembered.ts';

/**
 * Words that tell of a mood, in their base form, by strength from -4 to 4. Chosen for what customers write: of
 * service, of products, and of how they feel. A trailing `*` takes every ending; other words
 * stand for themselves and for their forms in -s, -ed, -ing, -ly and -er that are not listed.
 */
const BY_STRENGTH: Record<string, string> = {
  '-4': `
    abhor* abysmal* appalling* arsehole* asshole* atrocious* bastard* bullshit* catastroph* crook* deplorable*
    despicable* diabolical* disgrace* disgust* excrement fraud* hideous* horrendous* horrible horribly horrid*
    horrific* loathsome murder* nightmare* outrage* rape* repulsive* scam* scammer* shite shitshow shitty suicide*
    terror terrorist* thief thieves thieving torture* unforgivable vile vomit* wanker*`,
  '-3': `
    unbelievable annoy annoyed annoying annoys frustat* frustrat* unhappy unhappily upset upsetting irritat* dissatisf* unsatisf* displeas* letdown incompetently disgusted gutted fuming outraged swindled scammed conned shambolically
    disrespected humiliated furious dismayed heartbroken clueless laughing-stock negligent negligence dishonestly
    abominable abomination abuse abused abusive agonising agonizing agony anger angered angrily angry ashamed
    asinine atrocity awful* bankrupt* betray* brutal* bullied bullshit bully bullying cancer cheat cheated cheater
    cheating contempt* corrupt* crap crapped crappy criminal* cruel* dammit damnit dangerous* dead deadly death
    deceitful deceive deception deceptive defraud* depressed depressing depression desperate desperation despise
    destroy* detest devastat* devastating die dire disappoint disappointed disappointing* disappointment* disaster*
    dishonest* disrespect* distraught distress* dreadful* dumb dumbass enraged enraging evil extort* farce farcical
    ffs fuck* fuming furious* garbage gloomy goddamn grief grieving grim gross grossed harass* hate hateful hater
    hatred hazard* hazardous heartbreaking heartbroken hellhole hellish hideous hopeless* horrified horrifying
    hostile* humiliat* idiot* imbecile* incompetence incompetent* inept* inexcusable inferior infuriat* infuriated
    insufferable* insult* intolerable* irate junk laughable liar lied livid loathe lousy ludicrous* lying miserable
    miserably misery mislead misleading misled moron* motherfuck* nasty pathetic* pathetically piss pissed putrid
    rage ridiculous* ripoff rob robbed robbery rotten rubbish rude rudely rudeness ruin* sabotage* sad saddened
    saddening sadly sadness screwed seething shambles shambolic shame shameful* shit sob sobbing stank stealing
    stink stinking stinks stole stolen stupid* suck suckage sucked sucks sucky swindle* terrible terribly theft
    torment* tragedy tragic* trash traumati* unacceptable* unbearable* unethical unprofessional* unreliable* unsafe
    unusable useless* vicious* victim* violence war weep wept worst worthless* wtf`,
  '-2': `
    overrated tasteless flavourless flavorless over-rated overhyped soulless underseasoned rip-off rubbery greasy
    burgled contradict* lecture lectured maze lies chipped ripped snapped bent soggy stale mould mold raw undercooked overcooked lumpy itchy burnt shouted swore sneered
    jammed jams crackles crackling spins spinning melted flooded mice mouse-droppings cockroach* bedbug* filth rust rusty
    smell smells stank stench mocked patronised patronized unhelpful unfriendly uncooperative misquoted mis-sold missold
    misinformed botched bodged shoddily flickers flickering buzzing squeaky creaks wobbles scraped dented worthless
    penalised penalized overbooked stalled glitches lagged unplayable unreadable illegible unreachable unavailable
    ghosted fobbed stonewalled sidelined belittled insulted threatened pestered hounded nagged bombarded soaked
    drenched starving exhausted sleepless stressed-out tearful distressing worrying alarming gibberish
    runaround merry-go-round backwards downgrade degraded deteriorated declined nonsense excuses excuse empty-handed
    grubby stained sticky peeling draughty drafty damp clogged blocked overflowing leaky dripping drips ripped-off
    unpaid uncollected unfulfilled unanswered unacknowledged unprofessionally untrained understaffed overworked
    cracked dented torn sags leaks leaking squeaks rattles swollen swells crushed offline shrugged sluggishly
    abandon* absurd* accuse* afraid aggravat* agitated alarmed alarming alone angst annoyance
    annoyances annoyingly anxiety anxious argh argue arguing argument* arrogant arse ass
    assault* attack* awfull awkward bad badly bah bewildered bitch* bitter* blame blamed blaming bleed bleeding
    bloody blurr* blurry bogus bomb bombs bore bored boring botch* bother bothered bothersome boycott* breaks
    brittle broke broken bugger buggy bummed bummer bungle* burning careless* cheaply choppy clash* clueless clumsy
    clunky collapse* complain complained complainer complaining complaint* condescending confus* contradict*
    corrupted costly counterfeit cracked crappier craptacular crash crashed crashes crashing creepy cried crises
    crisis crud crushed cry crying cumbersome curse cursed damaged damages damaging damn damned darn deadlock debt
    debts defect* deficiency deficient delay* denied deny denying despair* desperately deteriorat* died difficult
    difficulties difficulty dirty disagree* disapoint* disapont* disappointingly disast* discomfort disgruntled
    dislike* dismissive dissapoint* distort* distorted distrust* disturb* dodgy doom doomed
    doubt doubtful doubts douche* doucheb* downfall downgrade* downhill downside* downtime drat drawback* dread
    dreaded dreading drown* dump dumped dying embarass* embarrass* erratic evict* eww exhausting extortionate fail
    failed failing fails failure* fake fault faulty fear feared fearful fears fight fighting fights filthy fired
    flaky flaw* flimsy flood* fml fool fooled fooling foolish fools fought freakin freaking freezes freezing frickin
    frightened frightening frown* froze frozen fuzzy gag gagging glitch* grainy greed greedy
    grievance* grr grrr guilt guilty hangover hangry harm harmed harmful harsh hassle* haul hazy headache* headaches
    heartless hell hoax horible hostage hungover hurt hurting hurts hypocrit* ignorance ignorant ignore ignored
    ignores ignoring illegal* illness impatien* impolite inaccessible inaccurate* inadequate* incompatible
    incomplete inconsiderate inconsistent* inconvenien* incorrect* indifferent injured injuries injury inoperable
    insane insecure insensitive insufficient* intermittent invalid jail jailed jerk* jerky junkmail kill
    killed killer killing lacking lackluster lacklustre lagging lags lame lawsuit* lawyer* layoff layoffs lazy leak
    leaked leaking lonely lose loser loses losing low-quality mad madness malfunction* meaningless
    mediocre meh mess messed messy mishandl* misinform* misplac* misprint missing mistake* mistreat* mistrust* moan
    moaning moldy mouldy neglect* nervous noisy nonexistant nonexistent nonresponsive nonsense nuisance obsolete
    obstacle* offend offended offensive ombudsman ouch outage* outdated overcharge* overdue overheat* overloaded
    overpriced pain painful* pains panic* patronising patronizing penalt* pest phony pointless* poison* poor poorly
    postponed poverty pricey problem problematic problems punish* quitting recession refuse refused refuses refusing
    regret* regrettabl* reject rejected resent* ruined saddest sadface scandal* scared scary sceptical scratched
    scratches scratchy scream screamed screaming screw selfish setback* shady shaky shattered shocked shocking
    shockingly shoddy shortcoming* sick sickening sickness sigh sinister skeptical sloppy sluggish smashed smelly
    smh sneaky spam spammed spamming spotty stain* starve starving steals sting stranded stress stressed stressful
    stressing struggle struggles struggling stuck subpar substandard sucker sue suffer* suing suspicious* sux
    swollen tacky tedious teribl* terible threat* threaten* tired tiresome tiring trapped trouble troubled troubles
    troublesome troubling ugh ugly unable unacceptible unanswered unauthorised unauthorized uncaring unclear
    uncomfortable uncomfortable* uncomfortably undeliverable undelivered underwhelm* uneasy unemploy* unfair*
    unfinished unfortunate unfortunately unfriendly ungrateful unhealth* unhelpful* unimpressed
    unimpressive unjust* unlucky unnerving unpleasant* unprepared unqualified unrealistic unreasonabl* unresolved
    unresponsive unsettl* unsolved unstable unsteady unwanted unwelcome unwilling usless
    violat* violent vulnerable waste wasted wasteful wasting weak weaker weakest whine whining whiny wildfire wobbly
    wornout worried worries worry worrying worse worsen* wreck wreckage wrecked wrecks wrong wrongly yell yelled
    yelling yuck`,
  // Far more often a topic than a mood.
  '-0.5': `
    lost hard waiting queue queued queueing`,
  '-1': `
    allegedly apologise apologize apology asap avoid avoided bait bland blocking boxy bug bugs bulky bump burn
    burned burnt cancel canceled cancellation cancelled cancelling cancels chargeback cheesy cold complex
    complicated compromise concerned concerns confused crowded cumbersom damage decline declined declining
    disconnect* dispute disputed distortion drain drained drains dropped dropping dull emergency error errors
    escalate escalated escalation excuses exhausted expensive expire expired flaw flaws forget forgot forgotten
    fragile fussy gimmick* gripe gripes harder hardest heavy hesitant impaired issue issues lack lacked lacks
    lag laggy late limitation limitations limited loud mediocrity mental minus negatives nitpick noise noises noisey
    odd overheating overheats peeve pushy quibble quirk quirky quit quits rattl* refund
    refunded refunds reimburse* reluctant* remind reminder repair* repaired resend restrict* restriction* shock
    silly slow slower slowest slowly sorry strange supposedly suspend suspended terminate terminated tolerable
    tolerate tricky unaware unexpected unexpectedly unfamiliar unsolicited unsubscribe unsure unusual urgent
    urgently vague warn warned warning weird`,
  0: `
    latest lately later latter hardware hardcover hardback listed lasting`,
  1: `
    acceptable accurate accurately adequate advantage* affordable agreed alright approve* assist* attentive benefit*
    bonus cheers clean clear clearly clever comfort comfortable comfortably compact compatible
    competent considerate convenient conveniently correct correctly cosy courteous cozy creative crisp cute
    decent durable effective* efficient* faster fastest fine flexible fresh
    friendly functional gain gains gentle giggl* grin* haha handy heh hehe help helped helps honest hope hopeful
    hopefully hoping improve improved improvement improves intelligent interested interesting joke jokes keen 
    kindly knowledgeable laugh laughed laughing laughs laughter lightweight lol lucky neat ok okay patient
    peace peaceful polite portable positive positives pro professional* progress
    prompt promptly properly pros quickly reasonabl* recovered relax relaxed reliable reliably 
    resolved resolves responsive restored rofl sleek smart smile smiled smiles smiling solid
    solved sorted stable sturdy sunny sunshine sweetie swift swiftly talented thank thanks thankyou thoughtful thx
    tidy timely tks trusted ty understanding upgrade* useful versatile welcome well wise works worth
    worthy yes yum`,
  2: `
    respect kindness decent grin relieved reassured welcoming warmest painless professionalism
    accomplish* achieve* applaud* appreciate* appreciated appreciates appreciation attractive bargain beautiful*
    bless blessed blessing bravo bright caring champion* charm charming cheer cheerful compliment* confidence
    confident congrats congratulate* congratulations coolest delicious delightful* dependable eager easier
    easiest easily easy effortless* elegant* encourage* enjoy enjoyable enjoyed enjoying enjoys excelling excite*
    excited excitement exciting fan fans favorite favorites favourite favourites first-class first-rate flawless*
    fond friend friends friendship fun funny gem generous* glad gladly glorious good goodness gorgeous grace
    grateful gratefully gratitude happier happily happiness happy hassle-free heaven heavenly helpful* hero heroes
    heroic high-quality hilarious honesty honor honored honoured hooray hottest hug hugs ideal impress* inspiration*
    inspired inspiring intuitive joy joyful joyous kiss kisses kudos lmao lovelier lovely loyal magic magical
    motivated nice nicely notable passion passionate pleasant* pleased pleasing pleasure praise* 
    pride proud proudly reassur* recommend recommendation recommended recommending recommends relief relieved
    remarkable* respect respected rocked rocking rocks satisfaction satisfactory satisfied
    satisfies satisfying seamless* smooth smoothly strong strongest stylish succeed* success
    successful* super superior tasty thankful* thrill* top-notch trustworthy victory well-made
    winner winning won woo woohoo wow yay yey yummy`,
  3: `
    superbly classy lifesavers heroic unforgettable faultless spotless immaculate
    adorable adore* amaze amazed amazes amazing* awesome* beloved best bliss blissful brilliant* cherish* delight
    delighted delights dreamy ecstatic elated euphori* excel excellence excellent* excels exceptional* exhilarat*
    exquisite extraordinary* fabulous* fantastic* game-changer gamechanger genius great greater greatest greatly
    hallelujah impeccable* incredible incredibly jubilant legend legendary lifesaver lovable love loved loves loving
    magnificent* marvellous* marvelous* masterpiece outstanding* overjoyed paradise perfect perfection perfectly
    phenomenal* rejoice* sensational* spectacular* splendid* stellar stunning* sublime superb* terrific* thrilled
    treasure* triumph* unbeatable unmatched wonderful*`,
};

const EXACT = new Map<string, number>();
const BEGINNINGS = new Map<string, number>();
for (const [strength, words] of Object.entries(BY_STRENGTH)) {
  for (const word of words.trim().split(/\s+/)) {
    if (word.endsWith('*')) BEGINNINGS.set(word.slice(0, -1), Number(strength));
    else EXACT.set(word, Number(strength));
  }
}

const SHORTEST = 4;
const ENDINGS: [RegExp, string][] = [
  [/(s|ed|ing|ly|er|est)$/, ''],
  [/(d|r|st)$/, ''],
  [/ing$/, 'e'],
  [/(ies|ied|ily|ier)$/, 'y'],
];

const byBeginning = (word: string): number | undefined => {
  for (let length = word.length; length >= SHORTEST; length -= 1) {
    const strength = BEGINNINGS.get(word.slice(0, length));
    if (strength !== undefined) return strength;
  }
  return undefined;
};

const byEnding = (word: string): number | undefined => {
  for (const [ending, instead] of ENDINGS) {
    const base = word.replace(ending, instead);
    if (base !== word && base.length >= SHORTEST && EXACT.has(base)) return EXACT.get(base);
  }
  return undefined;
};

/** How strongly a lower-case word tells of a mood, -4 to 4; undefined for a word that does not. */
export const strengthOf = remembered((word) => EXACT.get(word) ?? byBeginning(word) ?? byEnding(word));
