import type { Phrases } from '../notation.ts';

/** What was expected, asked in vain, and lost. */
export const EXPECTED: Phrases = {
  expectation: {
    strength: -3,
    lines: `
      meant to be/come/arrive/start/work/have/last/call
      yet to see/receive/hear/get/arrive/be/come/appear/work
      have/has yet to
      nothing like the/what/it
      not a/one single/sign/word/trace/hint
      not once
      not even a/an/one/once/bother/close/reply/answer/sorry/the
      could/can/would you/someone/somebody at least
      at least answer/reply/tell/call/read/say/try/have/let
      would be nice/great/good/lovely if someone/somebody/you _1 read/answered/could/would/actually/bothered/told/called/did
      would have appreciated/liked/been nice/expected a/an/some/if/to
      used to be/recommend/love/like/work/get/have _4 now/not/but
      i/we used to recommend/love/like
      all i want/wanted/get/got/ask/asked
      would rather have a/an/my _3 than
      treat/treated/treats your? other
      better/more than this/that
      ORDINAL/COUNT month/week/time/day/year running
      COUNT UNIT/months/weeks in a row
      for the ORDINAL/COUNT
      day COUNT without/of
      the one time i/we
      the only thing
      says/said/say/claims/shows/states/promised/promises/advertises/advertised _8 but/yet
      despite/although/though booking/paying/ordering/asking/telling/reporting/complaining/promising
      one thing _4 another
      no difference
      what/whatever you/they promised
      promise/promised/promises _4 not/never/nothing/still
      better service/treatment/luck from/elsewhere/than/with
      not the first/only time
      not the experience/service/quality/product/way
      not what i/we ordered/expected/paid/asked/booked/wanted/agreed/signed
      not even close
      turned/turns out to/that
      high hopes
      is/was not free/included/covered/quiet/true/new/clean/safe _2 after
      not _3 after all
      so much longer/worse/slower
      twice/double/triple the price/cost/amount/size
      doubled/tripled my/our/the/what
      unlimited/free/guaranteed/secure _6 not/never/only`,
  },
  asking: {
    strength: -3,
    lines: `
      how many more/times
      how much longer/more/worse
      how long am/do/does/will/must/should i/we/it/this _2 wait/take/be/last/keep
      how am/are i/we supposed/meant/expected/to
      am/are i/we supposed/meant/expected/really
      do/must i/we have/need? to post/beg/call/write/go/prove/shout/threaten/get/drive/wait/pay/explain
      how can you/it/a/an/this/that/they/any
      how could you/this/they
      how is it/this/that possible/acceptable/even/legal/fair/okay
      how come
      what is the point
      what am/are i/we paying
      what kind/sort of company/service/business/pharmacy/bank/hotel/airline/support/person/people
      what exactly/on
      what else do/must/can/should i/we
      what comes next
      what now
      what do/does/did you/they want
      someone/somebody/anyone/anybody who can/knows/could/reads/actually/understands
      what do/does/must/should i/we have to do
      when exactly/finally
      when will/are you/they finally/ever/going
      do/does you/anyone/anybody/they even
      do you really/honestly/seriously
      does/do anyone/anybody/you at/in your
      would you accept/like/be/put/pay/want
      can you imagine
      who approved/thought/designed/decided/tested/is/are responsible
      whose idea
      why would/does/is/am/was/were/has/must/should it/this/that/i/we/there/nobody/everything/every
      explain/understand why/how
      is it really/so/too/that hard/much/difficult
      is it/that/this normal/acceptable/fair/legal/okay that/to
      do/did i/we really/still have/need
      since when
      really ? COUNT
      anyone/anybody/someone home/alive/awake/awake`,
  },
  loss: {
    strength: -3,
    lines: `
      COUNT UNIT for a/an/one/this/nothing
      fee for
      i/we trusted you
      put me/us off
      on purpose
      any news/reply/answer/reaction/response at
      gone a long way
      if/maybe this time
      not paying a/until/for/anything/any
      not pay a/until/another/one
      like a/an thief/criminal/child/number/idiot/liar/nuisance/beggar
      nothing to do with
      square one
      can not keep
      you/they/she/he forgot/forget to/my/our/me/us/about
      stopped answering/responding/replying/picking/opening/accepting/charging/sending/loading/showing/working
      take/takes/taking/took ownership/responsibility
      i give up
      easier to get/find/see/reach/speak
      misled about/by
      quite/very/really/deeply/extremely/rather/increasingly concerned/worried/anxious/unhappy/disappointed/annoyed
      bait and switch
      acted/acts/behaved/behaves like/as
      giving up on/hope
      you/they only care/answer/reply/want
      lie/lied/lying/lies to me/us
      you/they blame/blamed/blames
      contradicts/contradicted/contradict
      could not care less
      would have stayed
      told to see/go/use/wait/call/ring/buy/try/be/contact/pay
      asked/asking nobody
      without asking/telling/permission/consent
      for nothing
      closed/closes the/my ticket/case/complaint/request
      wasting my/our/everybody time
      fobbed off
      in the end i/we had/gave/paid/went
      out of business
      exactly as long as
      go/going/goes to court
      in tears
      worried/sick sick/with
      on the verge
      at my wits/wit end
      end of my/our
      had/have/having to throw/borrow/sleep/sit/stand/walk/chase/prove/beg/take/drive/cancel/cook/buy/hire/spend
      threw/throw/thrown/chuck/chucked _5 away/out/over/bin
      past its/their date
      slept/sleeping/sat/stood/standing on/in/outside the _1 floor/airport/car/cold/rain/street/dark/corridor/night
      sitting/sat/living/working in the/a? dark/cold
      without _1 water/heating/power/internet/electricity/phone/insulin/medicine/luggage/food/light/seat/apology/asking/telling/notice/explanation/answer/consent/permission
      cost/costs/costing me/us
      missed my/our/the/his/her/a/two/COUNT _1 flight/train/connection/deadline/wedding/appointment/funeral/meeting/birthday/match/concert/exam/interview/delivery/deliveries/slot
      missed/failed delivery/deliveries
      too late
      came/arrived/turned/showed up? COUNT _1 hours/days/weeks/minutes late/after/too/early
      UNIT late/too
      day/afternoon/morning/evening/weekend/holiday off? wasted/ruined/gone/lost
      day/days/morning/afternoon off work/for
      someone/somebody/person/customer/stranger else _3 invoice/parcel/order/data/name/account/bill/contact/letter/address/got/has/mail
      sent/went/delivered/given/gave _5 someone/somebody/another/wrong else/customer/person/address
      lost all/my/our/any/every/COUNT confidence/trust/faith/patience/photos/data/work/progress/clients/customers/files
      all _3 gone/lost/deleted/wiped
      debt collector/collectors/collection
      overdrawn/penalty/bailiff
      owe/owes/owed me/us/my/an
      am/are owed
      denied/denies/deny it/that/boarding/everything/responsibility
      ran a red
      talked/talking/spoken/spoke down to
      rolled/rolling/rolls _1 eyes
      laughed/shouted/yelled/swore/screamed/snapped/sneered/barked at/me/us/my
      raised his/her/their voice
      walked/drove/ran off/away
      told/telling everyone/everybody/people/friends/others _4 avoid/not/stay/about
      half of/the/my _4 missing/broken/empty/wrong/cold/gone
      missing from/again/still/and/parts/half
      nothing in/inside the/it
      came/arrived/turned up? without/empty
      came/arrived with _3 missing/broken/hole/crack/scratch/stain/wrong/dent
      not the one/same/size/colour/color in/i/we/as/from
      nothing to show
      got/getting/gets nowhere
      stuck in/at/with/on/between/for
      off to vodafone/another/your
      reverse the payment/charge
      small claims
      trading standards
      my/our/the last order/time/stay/flight/visit/purchase/booking
      be my/our/the last
      post/leave/leaving/write/writing/posting a/this/an _2 review
      never again
      taking my/our business/money/custom`,
  },
};
