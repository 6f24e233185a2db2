import type { Phrases } from '../notation.ts';

/** What people say who are let down, and say so quietly. */
export const RESIGNED: Phrases = {
  resigned: {
    strength: -3,
    lines: `
      you people
      wrong with you
      people/guys/this/lot/you for real
      hope you/they are/feel proud/happy/ashamed/satisfied
      proud of yourselves/yourself
      just/even laughed
      laughed at me/us/it/her/him/my
      zero/minus/negative/no stars
      stars if i/we/it could
      have given/been COUNT/full stars _3 but/then/until/if/had
      quite/rather/bit/such/real/what a? letdown/comedown/disappointment
      kinda/kind/sort/bit/rather/so/quite of? bummed/gutted/deflated/miffed/peeved/narked/annoyed/underwhelmed/forgotten/ignored
      not impressed/thrilled/amused/overjoyed/pleased/best/overly/convinced/delighted/satisfied
      not super/too/very/so/exactly/particularly/all/overly/entirely/best that? happy/impressed/pleased/thrilled/satisfied/convinced
      can not say/pretend _2 happy/pleased/impressed/thrilled/overjoyed/satisfied/like/liked
      hardly/barely/scarcely what i/we/you
      hardly a/an/the/surprising/ideal/acceptable/worth/fair/good
      not what i/we would/had/have/call/hoped/remember/remembered/wanted
      wearing/getting/growing/wears a? _1 thin/tired/old/tiresome/tedious
      leaves/left a _2 taste/aftertaste/impression
      leaves/left much/a/lot/something to be? _3 desired
      start/starting/begin/explain/explaining/go from scratch/square/zero
      start/starting/begin all over
      it is/was/seems a/an/rather/such/real pity/shame
      more is the pity
      bit of a cheek/joke/letdown/farce/nuisance/mess/shambles/faff/pain
      bit/rather/pretty rich/steep/poor/cheeky/harsh/much/rough/naff
      fobbed/palmed/brushed/fob off
      the/a run around
      the runaround
      poor show/form/effort/service/communication
      fed up
      at wits end
      losing/lost/lose patience/faith/trust/confidence/hope/interest
      thought/expected/hoped/think/deserve better/more of/from/than
      expected/hoped/hoping for? a/bit/lot/something/little/rather/so/much/for _1 more/better
      had hoped for/that/to/you/it/we
      used to be so/a/my/our/the/good/better/great/easy/nice
      is/was not a patch on
      not worth _2 money/price/effort/hassle/trouble/wait/drive/penny/journey
      none the wiser
      no wiser than
      no nearer/closer/further to/than/forward
      back to square/where/the start/beginning
      never mind then/that/i
      guess/suppose/so i/we will/have/just/should/am/are _2 wait/sort/manage/do/have/use/look/live
      i/we give/gave up
      not holding/hold my breath
      going/goes/go round? in circles
      to no avail
      fell/falling/falls/falls on deaf
      fallen/fell/falls/falling short/flat/through
      same answer/reply/response/email/question/story/mistake/problem/excuse/error _1 again/as/twice/before/every/each
      same old story/problem/excuse/thing
      charged/billed/debited me/us? twice/double
      same thing/problem/issue happened/again/as/last/every
      every/each single? time/month/week/day/release/update something/it/there/i/we/the
      keep/keeps/kept getting/being/asking/telling/saying/sending/coming/happening/dropping/crashing/going/throwing
      as i/we wrote/said/told/explained/mentioned/have/already on/in/the/before/above/twice/already/said/told/written
      as/like i said/wrote/told/mentioned/explained
      for the life of
      do you not/even/actually/ever
      did no one/nobody/noone/you/they not? _1 check/read/think/look/test/tell/notice/even
      did nobody/anybody/anyone/no not? _2 check/read/look/notice/think
      is it/this/that too much to
      too much to ask
      is it/this/that normal/right/usual/acceptable that/for
      so i am/have/must/can/just to? _1 wait/call/pay/do/start
      is that/this it/all/really
      what/why on earth/am/do i/am paying/pay
      what is/was the point/use/good of/in
      who do i complain/believe
      am i to/supposed/meant/expected
      are we to/supposed/meant/expected
      whose/what bright? idea was
      warned/told/asked/informed/consulted us/me beforehand/first/before
      might/could/should have warned/told/mentioned/said/rung/called/asked/checked/let
      nobody/noone/never/not had? told/rang/called/warned/informed/consulted/mentioned/explained/apologised/responded
      not/nothing/none/neither _1 answer/answered/answers/address/addressed _3 question/questions/point/points
      not an/a answer/explanation/solution/apology
      not/hardly what i/we call
      not the/a _1 first/only/same one/thing/as/at
      not the/quite the? service/standard/quality/experience/product/same i/we/it/as/that/one
      not quite right/there/what/the/as/how
      not feel right/fair/welcome/safe/heard/good
      not hold up/water
      not stand up
      had/have enough of
      have had it/enough
      had to ask/chase/beg/remind/explain/ring twice/again/for/three/several/repeatedly/them/you
      only to be/find/hear/discover/get
      and/but then nothing/silence
      that was a/that week/weeks/month/months/hours/yesterday/days/hour ago?
      not even a sorry/reply/thank/word/call/note/hint
      not so much as
      still no sign/word/reply/news/answer/response/refund/parcel/call/hot/heating/sign
      still is not/are/have
      still not working/fixed/here/arrived/there/resolved/solved/right/showing/on
      yet again
      once more
      came/comes/come and went
      short measure/changed/of
      stick/work/right/properly/correctly this time
      for once
      once and for all
      ok/okay/fine/yeah/right/alright whatever
      with all/the/greatest due/greatest/respect respect?
      with respect
      on/after the/its? first/second/third/fourth/very use/wash/wear/wearing/outing/ride/drive/try/charge
      on/after the first/second/third/very night/day/time/attempt
      for something sold/advertised/billed/marketed/that/described as/costs/cost
      ORDINAL incident/outage/failure/fault/breakdown/mistake/error/leak/crash/delay/technician/engineer/agent
      i/we already gave/sent/did/told/explained/answered/typed/paid/filled/provided/tried/said
      already done/tried/given/sent/told/answered/paid all/both/that/those/this/it/you/everything/twice
      needed it/them/this for/on/by/today/yesterday
      grumbling/grumbles/grumbled/moans/moaned/complains/unhappy/upset/cross about/that/with/over
      says/said he/she/they/driver knocked/rang/called/tried/delivered
      COUNT UNIT/cm/inches/short/late _1 late/short/shorter/over
      a good COUNT
      ORDINAL time/month/week/day/email/letter/call/request/visit/replacement/attempt/set/one running/now/this/already/in/i/and/same/it/today/on
      my/our own expense/time/cost
      going/taking/moving my/our business/custom elsewhere`,
  },
};
