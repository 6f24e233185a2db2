/**
 * What people say when a service lets them down, in words that are harmless alone. One phrase a line, in the notation
 * of phrases.ts; contractions are written out ("can not", "it is"), numbers in digits are `#`.
 */
export const COMPLAINTS: Record<string, { strength: number; lines: string }> = {
  waiting: {
    strength: -3,
    lines: `
      still _1 waiting/not/no/nothing/broken/missing/down/unresolved/pending/without/unanswered
      waiting/waited/wait/stood/sat/queued _4 UNIT
      waiting/waited _4 reply/answer/response/refund/someone/help
      on hold
      in the/a/your queue
      UNIT _2 on hold
      UNIT _2 in the/a/your queue/line
      UNIT/COUNT _1 waiting/late/overdue/behind/wasted/wait
      UNIT without/with _2 reply/answer/service/response/news/power/internet/water/heating/phone
      minutes/hours/days/weeks/months/ages and _1 nothing/still/counting/no
      UNIT later and/still/nothing
      kept/keeping/keeps me/us waiting
      taken/takes/took/taking you/them/it? _2 COUNT _2 UNIT/attempts/calls to
      taking/taken/takes/took _2 forever/ages
      taking/taken/takes/took so/too/long/longer _1 long
      has/have been COUNT _1 UNIT
      it is been/now COUNT _1 UNIT
      since yesterday/this morning/night/evening/week
      the whole/entire time
      been promising
      longer than promised/expected/agreed/announced
      was/were/been told
      supposed to _1 arrive/come/be/have/start/open/call/take/happen
      was/were due _3 last/yesterday/on/ago
      not moved/changed since
      for ages/weeks/months
      weeks/months ago and
      said/promised/told _3 COUNT _2 days/hours/weeks
      promised/assured/guaranteed me/us
      was/were/been promised/assured`,
  },
  again: {
    strength: -3,
    lines: `
      ORDINAL time/day/week/month/email/call/message/ticket/attempt/request/complaint/replacement/visit
      yet another/again
      cancelled/canceled/delayed/down/broken/failed/crashed/offline/late/postponed/lost/wrong/out/stuck/gone again
      cancelled/canceled/delayed/failed/crashed yet again
      again and again
      over and over
      time and again
      every/each single time
      COUNT _1 different answers/people/agents/stories/departments/reasons
      COUNT emails/calls/messages/letters/forms/attempts/tickets , COUNT
      COUNT times in/and/today/already/this/now/for/to
      on COUNT occasions
      asked/called/emailed/written/wrote/contacted/reported/explained/complained/tried/messaged/phoned/rung/told/chased _3 times/twice/repeatedly
      explained/told/repeated _2 to COUNT
      last/previous/earlier COUNT emails/messages/calls/letters/mails
      COUNT/many emails/calls/messages/tickets/reminders/letters and/but/already/with/without/later/now
      keep/keeps/kept on? getting/sending/crashing/asking/saying/telling/failing/freezing/losing/dropping/charging/breaking/disconnecting/billing/ignoring/going/stopping/repeating/changing/having/being/restarting
      same problem/issue/error/fault/story/mistake/noise/thing again/as/every/over/happened
      the same _1 noise/fault/error/problem/issue/mistake
      twice in/this/already
      always late/busy/down/excuses/something/broken/wrong/offline`,
  },
  silence: {
    strength: -3,
    lines: `
      not/none/never _1 one of the/them
      zero/no info/idea/plan/record/sign/trace/information/help/apology/compensation
      just rings
      can not _1 through
      nobody/noone _2 answer*/reply/replies/replied/call*/respond*/care*/help*/read*/came/comes/knows/showed/turned/told/tells/listen*/picks/picked/seems/wants/bothered/there
      no one _2 answer*/reply/replies/replied/call*/respond*/care*/help*/read*/came/comes/knows/showed/turned/told/listen*/picks/picked/seems/there
      no/zero/without/not/hardly/any/little/single any/a/an/single? reply/replies/response/answer/answers/callback/update/updates/explanation/apology/communication/solution/warning/notice
      no call/word/news/sign/word back?
      not _3 reply/replied/answer/answered/answering/respond/responded/responding
      not _2 called/call/get/got/gotten/hear/heard/phoned/written/come back/from/anything
      never _2 replied/answered/called/responded/came/arrived/received/got/heard/showed/turned/arrives/comes/works/worked/happened
      is anyone/anybody _1 there/listening/reading/out
      does anyone/anybody _1 read/work/care/answer/listen
      anyone/anybody there
      ignoring me/us/my/our
      talk/talking/speak/speaking to a robot/bot/machine/wall
      asked/want/demand/asking _2 for/speak a? _2 human/manager/supervisor
      speak/talk to a/your manager/supervisor/human
      get is/the bot/voicemail/machine`,
  },
  broken: {
    strength: -3,
    lines: `
      not _2 work/working/function/functioning/load/loading/open/starting/respond/responding/connect/connecting/charge/charging/download/updating
      not _1 turn/switch/start on/off/up
      does/do/did/is/are not _1 work/working
      stopped/stops/stop/quit/quits working/charging/playing/responding/reading
      never works/worked
      can not _1 log/sign/get/access/use/open/reach/connect/pay/make/place/send/receive/download/update/change/book/install/play/read/print/see/find/afford/even
      could not _1 log/sign/get/access/use/open/reach/connect/pay/make/place/complete/book/read/find
      not able to
      would/will/does/did/do/could/can not _1 close/recognize/recognise/read/eject/hold/stay/print/sync/save/accept/appear/process/boot/display/ship
      no longer works/working/worked/work/recognizes/reads/plays/functions/opens/available/charges/turns/supported
      neither/none of/one? _4 work/works/worked/working
      went/go/goes/going bad/black/blank/dead
      black/blank/blue screen
      keeps/keep telling/saying/asking
      unable to
      impossible to
      crash*/freezes/fails/breaks/stops/dies/hangs/drops _1 every/each/whenever/constantly/when/after/during/halfway/as
      fell/falls/falling/came/comes apart/off
      cuts/cut out/off/in
      a/the big/huge/deep? crack/scratch/dent/hole/leak/stain in/across/on/through
      crack/cracks/dent/dents/scratch/scratches/stain/stains in/on/across
      arrived/came/delivered/is/are/was _2 broken/cracked/dented/torn/open/empty/opened/crushed/leaking/bent
      is/are/was/were/goes/went offline/down
      expires/expired/disappears/vanishes before
      sags/sagging/rattles/squeaks/leaks/peels/peeling/rusts/rusted/wobbles/swells/swelled/swollen
      in pieces/bits/tatters
      out of order/service
      gave/give/gives/giving/packed up
      quit/dead/died on me/us/arrival
      internet/site/website/service/server/servers/system/network/app/line/power/wifi/connection/everything is/was/went/goes/has/are _1 down/dead/out/offline/unavailable/gone
      internet/site/website/server/system/network/wifi/power down/out/offline
      not here/there/arrived/delivered/showing
      never made/showed/shown/got/gets
      payment/card/transaction/order/upload/login/update _1 failed/fails/rejected/disappeared
      drops/dropping/dropped/disconnects/freezes/crashes/cuts whenever/every/when/all/constantly/each/out
      still/also _1 leaks/broken/fails/crashes/rattles/wrong/faulty/damaged
      smelled/smells/smell/reeks/reeked of
      marked/says/shows/showing _3 delivered but/yet
      bring back the
      will not let me/us
      is/are/was/went/been/gone still? down/offline/out since/for/again/all/now/completely
      no hot? internet/signal/service/power/heating/water/electricity/connection/sound/picture
      locked/logged/kicked _1 out
      broke/deleted/erased/wiped/ruined/destroyed/killed/corrupted/lost _1 my/our/all/everything
      cut/cuts me/us? off/out
      got/was/were/been cut/disconnected off?
      hung up on/again
      hung up
      line/phone/call _1 went/goes/was/is/got dead/dropped
      wrong/incorrect/damaged/broken/defective/faulty/different item/items/size/address/product/order/colour/color/model/parcel/box/part/one/name/amount/bill/invoice/goods/unit
      error again/every/whenever
      soaked/drenched
      left _4 in/without/outside/stranded/stuck/waiting/hanging rain/street/cold/COUNT?
      left/leaves/leaving me/us/my/our/him/her _1 without/stranded/hanging/waiting/stuck
      left without
      gone/went/going/goes/go downhill/wrong/missing/backwards/astray
      gone/goes/went from bad
      ran/running/run/runs out of`,
  },
  money: {
    strength: -3,
    lines: `
      charged/billed/debited/invoiced/paid/charge/bill/charging _4 twice/double
      charged/billed/debited/charge/charges me/us again/without/for
      double/twice/duplicate/wrongly charged/billed/charge/billing/charges/debited
      COUNT payments/charges/bills/invoices for/on _4 one/same/order
      took/taken/takes/withdrew/taking _6 without
      want _2 money/refund back?
      want my/our/a money/refund/deposit
      money back
      overcharged/overbilled
      did/have not agree/authorise/authorize/ask/order/sign/request _1 to/for/it/this/that
      never agreed/asked/signed/ordered/authorised/authorized
      new/extra/another/hidden fee/fees/charge/charges
      pay/paid/paying _2 extra/premium _3 and/but/yet
      after i/we paid/pay
      already paid
      left my account
      beg/begging/chase/chasing/fight/fighting for/you
      demand a/my/full/compensation
      refund me/us/my/now/immediately
      price/prices increase/increases/hike/hikes/rise
      hidden fee*/cost*/charge*
      rip/ripped off
      waste of
      wasted/wasting/waste my/our/COUNT/so/a/an/me
      costing/cost/costs me/us
      money down the
      losing/lose/lost customers/orders/money/sales/business/data/bag/bags/luggage/baggage/parcel/package
      send/sending/sent/get/getting/receiving me/us? bills/invoices/reminders
      pay/paying half/double/more/twice/extra than/of/for
      pay/paying/paid twice/double`,
  },
  leaving: {
    strength: -3,
    lines: `
      or i/we will
      i/we will/am/are _1 leave/leaving/switch/switching/cancel/cancelling/canceling/dispute/sue you/my/to/the/if/it/this/because
      move/moving/switch/switching/looking/turn to/at/for another/competitor*/your/alternatives/elsewhere/other
      another/other/different/new provider/supplier/airline/carrier
      considering a/another? different/another/other/switching/leaving/cancelling
      looking/shopping/going to? elsewhere/around
      your competitor*
      going/go/take/taking _3 elsewhere
      cancel/close/delete/terminate my/our/this account/subscription/contract/membership/service/policy
      never _2 buy/order/fly/shop/book/recommend/buying/again/purchase
      not _2 buy/use/order/fly/renew/return/book/shop/come/buying/using/flying/coming/ordering/purchase/purchasing _4 again/you/anymore/another
      do/would not buy/purchase/recommend/get _2 this/it/one/them
      not inclined to
      recommend against
      save your/yourself money/time
      look/looking/shop/shopping elsewhere
      do yourself a favor/favour
      do/does/would/will/could/can not _2 recommend
      do not buy/bother/trust
      stay/steer away/clear
      buyer beware
      had _1 enough of/with
      enough is enough
      last straw
      fed/sick up/of/and
      end/limit of my/our patience
      out/losing/lost of? my/our/all? patience`,
  },
  treatment: {
    strength: -3,
    lines: `
      thanks for nothing/wasting/ruining/making
      thanks a bunch
      how do you expect
      do you expect me/us
      talking to myself/yourselves
      feel/feels like nobody/noone/no
      at the very least
      least you/they/i can/could
      last time i/we
      one last chance/time
      this/that is it _1 i
      i/we am/are done
      nobody/no one seemed/seems _1 bothered/interested/sorry
      expected/deserve/want an apology/explanation/answer
      as long as everybody/everyone/anyone
      like everybody/everyone else
      and yet/still i/we/you/it/nothing/no
      could not tell me/us
      did/does/do not know/tell/seem/bother
      formal/official complaint
      asked/ordered/paid/wanted/booked/chose for? _5 and/but was? got/received/served/given/sent/is/it
      billed/charged/invoiced _4 although/though/even/but/never/after/despite
      ate/eats/eaten/swallowed/lost/wiped _1 hours/minutes/days/# of
      no thanks to
      thanks/thank to your/you _4 not/no/lost/missed/nothing
      is/are/was/what/such/be a/an _1 joke/shambles/farce/mess/nightmare/disaster/embarrassment/insult/letdown/scam/ripoff
      let me/us/them/my/him/her down
      let down
      feel/felt/am/been/being/was/were _1 lied/cheated/ignored/neglected/robbed/mistreated/betrayed to?
      passed/pushed/sent/bounced/transferred/shunted me/us? from/around/between/back
      in circles
      run/ran/running around
      pillar to post
      not _3 recommend/trust/satisfied/happy/pleased/impressed/acceptable/helpful/amused/convinced/satisfactory
      not _1 good enough
      not _1 fair/okay/ok/right/cool/funny/professional
      expected/expect/deserve/deserved _2 more/better
      should/ought to? be ashamed
      get/getting got? the runaround
      different/another answer/story/excuse/reason every/each
      tells/told/telling/gave me/us something/COUNT different
      every agent/person
      looked/look/feel/felt like a/an fool/idiot
      why is/does/do/did/are/has/have/was/can/must _4 so/not/never/always/keep/impossible/nobody
      why is/are/do/does/have/has/am i/my/it/your/this/you/we _2 still
      why can/will/do/does/did/is/are/has/have/was/would not
      why would/did/do/are/should/must you/they/i/we
      why i/we bother
      someone/anyone/somebody/anybody/you explain/tell me? why/how
      you guys? need to
      should not have to
      told/tells/telling me/us to/it/they/that? _1 figure/wait/call/buy/go/contact/deal/calm
      on my/our own
      figure it out
      getting old/ridiculous/silly/worse/nowhere
      give/gave it/you/them/this? zero/minus
      laughed/shrugged/laughing/shrugs/hung it/me/us/off/at/up
      accused/accuses/accusing me/us
      without a/any _1 word/reason/explanation/warning/notice/apology
      for no reason
      is this/that/it a? joke
      you/they lost a _1 customer
      had it with
      am/are so? done with
      done with you/this/them/your
      how hard/difficult can/is
      how dare you
      on earth
      what the hell/heck/fuck
      for god/heaven/goodness/christ sake
      pull yourselves/your together/socks
      do your job
      do better
      no excuse/excuses
      zero/minus/one/no/# stars/star for
      zero/minus/no/one stars/star
      nothing has/have/was/is/gets/got _1 done/happened/changed/fixed/moved/solved/resolved/improved
      nothing happens/happened/works/worked/helps/helped
      making/makes/made/driving/drives/drove me/us _1 mad/sick/cry/angry/sad/furious/crazy/insane/nuts
      poor/bad/terrible/awful/worst/horrible/shocking/rubbish/lousy/useless/appalling/pathetic _1 service/support/experience/quality/company/airline/product/app/communication`,
  },
  lesser: {
    strength: -2,
    lines: `
      flight/order/delivery/appointment/booking/train/reservation/trip/payment/card/claim/account _1 was/is/has/got/gets/been _2 cancelled/canceled/declined/delayed/refused/rejected/blocked/lost/locked/denied/suspended
      cancelled/canceled/cancel/delayed my/our/flight/flights
      flight/flights cancelled/canceled/delayed/delays
      cancelled/canceled on me/us
      no help/use/point/sense/clue/luck/choice/care/respect/information/access/stock/way/option
      not _1 help/make sense/any/me/us
      needs/need _3 improvement/work/repair/fixing
      room for improvement
      to be desired
      too/so small/big/short/loud/dark/heavy/low/weak/complicated/slow/expensive/long/late/little/difficult/hard/often/bad/bright/thin/tight
      only/just lasts/lasted/worked/works _2 UNIT/sometimes/once/half/when/if
      after only/just? _2 UNIT _3 broke/died/stopped/quit/failed/cracked/froze/fell
      send/sending/sent/return/returning/returned _3 back
      took/take/taking it/this/them/mine back
      wish i/we had/have/could/would/did/was/were
      wish you/they/it/there
      if only
      should/would/could not? have _1 been/done/known/told/come/expected
      supposed to
      so much for
      yeah right
      good luck getting/trying/reaching/with
      what a surprise/shame/pity/waste/disappointment/letdown
      who does/thinks/decided/designed
      are you/u serious/kidding/joking
      are/is you/this serious/kidding/joking
      kidding/joking me
      give me a break
      please/pls _1 fix/stop/sort
      fix this/it/your/that
      please do something
      stop sending/calling/emailing/charging/asking
      nowhere near
      nothing but problems/trouble/complaints/issues
      far from
      not _1 ideal/great/good/easy/clear/nice/worth/enough/fun/like/liked/want/enjoy/enjoyed/appreciate/appreciated/care
      hardly/barely _1 works/worked/any/ever/usable/audible/visible
      lack/absence/shortage of
      non existent/responsive/functional/existant
      always/constantly/often busy/engaged/crashing
      busy signal
      so much trouble
      your/their fault
      out of stock/date
      sold out
      instead of working/helping
      in vain
      for nothing
      freaking/stressed/stressing me/us? out
      fell/falls/falling/fallen asleep/ill/over
      ran/run/running out
      broke/break/breaks/breaking/broken down
      messed/screwed/mess/screw up
      got/getting/gets/even worse
      had to call/phone/write/ask/wait/return/pay/buy/explain/repeat/chase/beg/restart/reinstall/reboot
      have to keep/chase/beg/repeat/explain/wait
      looked/looks/look bad/like rubbish
      miss/missed/missing my/our/the flight/flights/connection/deadline/wedding/meeting/appointment/parts
      no longer/such available/thing
      not available/possible/included/received/arrived/delivered/shipped/credited/updated/resolved/solved/fixed/compatible
      not _2 arrive/arrived/come/turned/shown/received/delivered/shipped/credited
      wrong/bad with
      bit disappointing/disappointed/slow/annoying/sad/pricey
      it is COUNT _1 days/weeks/months/hours
      by the way this/it went/ended`,
  },
};
