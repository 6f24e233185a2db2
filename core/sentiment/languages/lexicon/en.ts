/** English words that have no mood by themselves, by what they tell of: a model of few messages knows more of them by their kind. */
export const ENGLISH_SENSES = {
  regret: `pity bummed bummer gutted letdown shame shameful sadly regret* reluctant* grudging* deflated miffed peeved irked narked cheesed vexed
    underwhelm* unimpressed dismay* dishearten* downhearted crestfallen saddened sorely sigh meh hmm alas sour souring soured wary weary wearing
    tired fed patience doubt* sceptical skeptical uneasy resent* offended insulted belittled ashamed humiliat* embarrass* ignored forgotten
    unheard dismissed dismissive unwelcome unfair* unjust* stingy cheeky grumbl* moan* grump* gripe* displeas* discontent* dissatisf*`,
  expected: `supposed meant promised promise promises advertised described agreed assured guaranteed guarantee warranty claimed claims expected
    hoped hoping assumed understood believed thought intended quoted listed stated brochure advert ad pictured specified confirmed scheduled
    booked arranged allegedly supposedly apparently should`,
  harmed: `cracked crack torn tore tear ripped rip scratched scratch* dented dent bent snapped snap* chipped chip shattered smashed split burst
    leak leaks leaking leaked leaky frayed stained stain* faded shrunk shrank wobbl* squeak* rattl* rust* mould* mold* damp soggy stale
    burnt soaked wet crooked lopsided loose stuck jammed dead flat blank frozen froze freez* crash* hang hangs glitch* bug bugs flicker*
    peel* bubbl* wonky warped tinny blurry blurred unreadable undercooked overcooked lukewarm tepid bland greasy smell* stink* stank reek*`,
  lacking: `missing without lacks lacking lacked gone vanished disappeared empty half incomplete fewer lesser shorter smaller narrower thinner
    darker paler slower longer later worse poorer colder louder weaker dearer costlier less short wrong`,
  evading: `shrug* excuse* blame* template scripted copied pasted bounced passed fobbed brushed palmed runaround circles silence unanswered
    voicemail robot bot hung hang disconnected closed transferred forwarded refus* denied deny denies decline* insist* argu* cancelled
    canceled postponed rescheduled moved stalled chasing chase chased chaser remind* repeat* repeated explain explained explaining`,
  paid: `paid pay paying paid charged charge charges bill billed fee fees deposit cost costs price prices money pounds dollars euros quid bucks
    premium surcharge overcharg* refund* deduct* debit* invoice invoiced tip tipped fined penalty`,
  mended: `fixed fix fixes mended repaired restored replaced replacement sorted solved resolved settled swapped refitted reinstated corrected
    cured cleared rebuilt rescued saved found recovered recover* returned credited helped help helps explained arranged`,
  gratitude: `grateful* thankful* gratitude bless blessed blessing appreciat* owe indebted hats kudos bravo applause applaud cheers ta praise
    compliment* credit tribute congratulations congrats heartfelt warmest obliged honoured honored`,
  joy: `smile* smiling grin* laugh laughs laughed laughing giggl* beam* danc* sang sing singing singed cheer* delight* chuffed thrilled overjoyed
    ecstatic tickled proud joy joyful joyous bliss* heaven* glorious magic* dream dreamy treat* cosy cozy snug hug hugged kiss* adore* adored
    cherish* treasure* favourite favorite relief relieved relax* calm calmed peace peaceful gentle* warm* twinkle gem gems legend*
    angel* hero* champion* saint ace cracking belter corker wizard genius magician pro master* obsessed hooked converted convert`,
  loyal: `recommend* again return returning back forever lifelong regulars regular loyal neighbours neighbors told telling tell friends everyone
    everybody anyone switch switched switching sooner renew renewed renewing stay staying book booked bought another second third`,
  caring: `listened listen listens noticed remembered patient* patience kind kindly kindness gentle gently respect* dignity thoughtful* attentive
    considerate courteous polite* understanding calmly reassur* comforted comfort* welcom* hospitality generous* generosity waited stayed sat knelt
    carried held hugged bothered cared caring cares careful* knew knows`,
  easily: `smooth* seamless* effortless* painless* straightforward simple simply easily quickly swift* prompt* instant* immediate* promptly
    minutes tidy neat* spotless spotlessly clean cleaner gleam* shiny crisp sturdy solid firm soft comfy comfortable durable reliab* silent
    silently quiet quietly works worked working runs ran lasts lasted survived holds held`,
  elsewhere: `previous previously former formerly competitor* competition rival* other others elsewhere anywhere nowhere old older last
    before used firms garages plumbers dentists doctors agencies providers suppliers builders hotels brands makers chain chains big ex`,
  family: `mum mom mother dad father nan nana gran granny grandma grandad grandpa grandson granddaughter grandchildren son daughter wife husband
    partner sister brother aunt uncle kids children child boy girl twins baby toddler cat dog puppy kitten family lad lads`,
  leaving: `leave leaving left cancel cancelling canceling quit ended ending goodbye switch* terminate terminating unsubscribe* elsewhere
    competitor solicitor lawyer ombudsman court sue suing police press papers trading`,
};
