/**
 * Words that tell of a mood, in their base form, by strength from -4 to 4. Chosen for what customers write: of
 * service, of products, and of how they feel. A trailing `*` takes every ending; other words
 * stand for themselves and for their forms in -s, -ed, -ing, -ly and -er that are not listed.
 */
const BY_STRENGTH: Record<string, string> = {
  '-4': `
    abhor* abysmal* appalling* arsehole* asshole* atrocious* bastard* bitch* bullshit* catastroph* crook*
    deplorable* despicable* diabolical* disgrace* disgust* evil excrement fraud* fuck* hideous* horrendous*
    horrible horribly horrid* horrific* kill killed killer killing loathsome motherfuck* murder* nightmare* outrage*
    rape* repulsive* scam* scammer* shit shite shitshow shitty suicide* terror terrorist* thief thieves thieving
    torture* unforgivable vile vomit* wanker*`,
  '-3': `
    abominable abomination abuse abused abusive agonising agonizing agony anger angered angrily angry ashamed
    asinine atrocity awful* bankrupt* betray* brutal* bullied bully bullying cancer cheat cheated cheater cheating
    contempt* corrupt* crap crapped crappy cried criminal* cruel* cry crying dammit damn damned damnit dangerous*
    dead deadly death deceitful deceive deception deceptive defraud* depressed depressing depression desperate
    desperation despise destroy* detest devastat* devastating die died dire disappoint disappointed disappointing*
    disappointment* disaster* dishonest* disrespect* distraught distress* dreadful* dumb dumbass dying enraged
    enraging exploit* extort* farce farcical ffs fuming furious* garbage gloomy goddamn grief grieving grim gross
    grossed harass* hate hateful hater hatred hazard* hazardous heartbreaking heartbroken hell hellhole hellish
    hopeless* horrified horrifying hostile* humiliat* idiot* imbecile* incompetence incompetent* inept* inexcusable
    inferior infuriat* infuriated insufferable* insult* intolerable* irate junk lame laughable liar lied livid
    loathe lousy ludicrous* lying miserable miserably misery mislead misleading misled moron* nasty pathetic*
    pathetically piss pissed poison* putrid rage ridiculous* ripoff rob robbed robbery rotten rubbish rude
    rudely rudeness ruin* sabotage* sad saddened saddening sadly sadness screw screwed seething shambles shambolic
    shame shameful* sob sobbing stank steal stealing stink stinking stinks stole stolen stupid* suck suckage sucked
    sucks sucky swindle* terrible terribly theft torment* tragedy tragic* trash traumati* unacceptable* unbearable*
    unethical unprofessional* unreliable* unsafe unusable useless* vicious* victim* violence violent war weep wept
    worst worthless* wtf`,
  '-2': `
    abandon* absurd* accident* accuse* afraid aggravat* agitated alarmed alarming alone annoy annoyance annoyances
    annoyed annoying annoyingly annoys anxiety anxious argh argue arguing argument* arrogant arse ass attack*
    awkward bad badly bah bewildered bitter* blame blamed blaming bleed bleeding bloody blurry bogus bore bored
    boring botch* bother bothered bothersome breaks brittle broke broken buggy bungle* careless* cheaply choppy
    clueless clumsy clunky collapse* complain complained complaining complaint* condescending confus* contradict*
    corrupted costly counterfeit cracked crappier crash crashed crashes crashing creepy crises crisis crud crushed
    cumbersome curse cursed damage damaged damages damaging darn debt debts defect* deficiency deficient delay*
    denied deny denying despair* deteriorat* difficult difficulties difficulty dirty disappointingly discomfort
    disgruntled dismissive displeas* dissatisf* distorted distortion distrust* disturb* dodgy doubt doubtful doubts
    downfall downgrade* downhill downside* downtime drawback* dread dreaded dreading drown* emergency erratic evict*
    ew eww exhausted exhausting extortionate fail failed failing fails failure* fake fault faulty fear feared
    fearful fears fight fighting fights filthy fired flaky flaw* flimsy fml fool fooled fooling foolish fought
    fragile freakin freaking freezes freezing frickin frightened frightening froze frozen frustrat* fuzzy glitch*
    grainy greed greedy grievance* grr grrr guilt guilty hangover harm harmed harmful hassle* headache* headaches
    hoax hostage hungover hurt hurting hurts hypocrit* ignorance ignorant ignore ignored ignores ignoring ill
    illness impolite inaccessible inaccurate* inadequate* incompatible incomplete inconsiderate inconsistent*
    inconvenien* incorrect* indifferent injured injuries injury inoperable insane insecure insensitive insufficient*
    intermittent invalid irritat* jerk* jerky junkmail lacking lackluster lacklustre lag lagging laggy lags lawsuit*
    lawyer* layoff layoffs lazy leak leaked leaking letdown lonely lose loser loses losing lost loud low-quality
    malfunction* meaningless mediocre meh mess messed messy mishandl* misinform* misplac* misprint missing mistake*
    mistreat* mistrust* moan moaning moldy mouldy neglect* nervous noise noisy nonsense nuisance obsolete obstacle*
    offend offended offensive ombudsman ouch outage* outdated overcharge* overdue overpriced pain painful* pains
    panic* patronising patronizing penalt* pest phony pointless* poor poorly postponed poverty pricey problem
    problematic problems punish* recession refuse refused refuses refusing regret* regrettabl* reject rejected
    resent* ruined scared scary sceptical scratched scratches scratchy scream screamed screaming selfish setback*
    shady shameless shattered shock shocked shocking shockingly shoddy shortcoming* sick sickening sigh silly
    sinister skeptical sloppy sluggish smashed smelly smh sneaky spam spammed spamming spotty stain* starve starving
    stranded stress stressed stressful stressing struggle struggles struggling stuck subpar substandard sucker sue
    suffer* suing suspicious* tacky tedious threat* threaten* tired tiresome tiring trapped trouble troubled
    troubles troublesome troubling ugh ugly unable unanswered unauthorised unauthorized uncaring unclear
    uncomfortable* uncomfortably undelivered underwhelm* unemploy* unfair* unfinished unfortunate unfortunately
    unfriendly ungrateful unhappily unhappy unhelpful* unimpressed unimpressive unjust* unlucky unpleasant*
    unprepared unqualified unrealistic unreasonabl* unresolved unresponsive unsatisf* unsettl* unsolved unstable
    unsure unwanted unwelcome unwilling upset upsetting vulnerable waste wasted wasteful wasting weak weaker weakest
    weird whine whining whiny wobbly wornout worried worries worry worrying worse worsen* wreck wrecked wrecks wrong
    wrongly yell yelled yelling yuck`,
  '-1': `
    allegedly apologise apologize apology asap avoid avoided bland block blocked blocking bug bugs bulky bump bumpy
    cancel canceled cancellation cancelled cancelling cancels chargeback cold complex complicated compromise con
    concerned concerns confused cons crowded decline declined declining disconnect* dispute disputed drain drained
    drains drop dropped dropping drops dull error errors escalate escalated escalation excuses expensive expire
    expired forget forgot forgotten gimmick* gripe gripes hard harder hardest heavy hesitant hype hyped issue issues
    lack lacked lacks late limit limitation limitations limited mediocrity negative negatives nitpick odd
    overheating overheats overrated peeve pushy queue queued quibble quirk quirky quit quits rattl* reduced refund
    refunded refunds reimburse* reluctant* remind reminder resend restrict* restriction* return returned returning
    sacrifice slow slower slowest slowly sorry stop stopped stops strange supposedly suspend suspended terminate
    terminated tolerable tolerate tricky unaware unexpected unexpectedly unfamiliar unsolicited unsubscribe unusual
    urgent urgently vague wait waiting`,
  1: `
    accept acceptable accepted accurate accurately adequate advantage* affordable agree agreed alright approve*
    assist* attentive benefit* birthday bonus calm cheap cheaper cheers christmas clean cleaner clear clearly clever
    comfort comfortable comfortably compact compatible competent considerate convenient conveniently correct
    correctly cosy courteous cozy crisp curious cute dance dancing decent durable effective* efficient* enough
    expert experts fair familiar fast faster fastest fine fix fixed flexible free fresh friendly functional gentle
    gift giggl* grin* haha handy heh hehe help helped helps holiday honest hope hopeful hopefully hoping improve
    improved improvement improves intelligent interested interesting keen kind kindly knowledgeable laugh laughed
    laughing laughs light lightweight luck lucky neat ok okay party patient patiently peace peaceful plus polite
    politely portable positive positives pro professional* prompt promptly proper properly pros quick quickly ready
    reasonabl* relax relaxed reliable reliably resolve resolved resolves responsive restored right safe secure
    simple simply sing singing sleek smart smile smiled smiles smiling solid solved soon sorted stable sturdy sunny
    sunshine swift swiftly talented thank thanks thankyou thoughtful thx tidy timely tks trust trusted ty
    understanding upgrade* useful vacation value versatile warm weekend welcome well win wins wise work worked
    working works worth worthy`,
  2: `
    accomplish* achieve* applaud* appreciate* appreciated appreciates appreciation attractive bargain beautiful*
    bless blessed blessing bravo bright caring champion* charm charming cheer cheerful compliment* confidence
    confident congrats congratulate* congratulations cool coolest delicious delightful* dependable eager easier
    easiest easily easy effortless* elegant* encourage* enjoy enjoyable enjoyed enjoying enjoys excelling excite*
    excited excitement exciting fan fans favorite favorites favourite favourites first-class first-rate flawless*
    fond friend friends friendship fun funny gem generous* glad gladly glorious good goodness gorgeous grace
    grateful gratefully gratitude happier happily happiness happy hassle-free heaven heavenly helpful* hero heroes
    heroic high-quality hilarious honesty honor honored honoured hooray hottest hug hugs ideal impress* inspiration*
    inspired inspiring intuitive joy joyful joyous kiss kisses kudos lmao lovelier lovely loyal magic magical
    motivated nice nicely notable passion passionate pleasant* pleased pleasing pleasure powerful praise* premium
    pride proud proudly reassur* recommend recommendation recommended recommending recommends relief relieved
    remarkable* respect respected rich robust rocked rocking rocks rofl romantic satisfaction satisfactory satisfied
    satisfies satisfying seamless* sharp smooth smoothly strong stronger strongest stylish succeed* success
    successful* super superior sweet tasty thankful* thrill* top-notch trustworthy victory vivid wealthy well-made
    winner winning won woo woohoo wow yay yey yum yummy`,
  3: `
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
export const strengthOf = (word: string): number | undefined => EXACT.get(word) ?? byBeginning(word) ?? byEnding(word);
