import type { Phrases } from './notation.ts';

/** What people say when they are content, in the notation of notation.ts. */
export const PRAISE: Phrases = {
  thanks: {
    strength: 2,
    lines: `
      thank you
      thank you so/very much
      thank you all/both/again/for
      thanks so/very/a much/lot/million/ton
      thanks/thank you? for making/getting/keeping/sorting/helping/being/fixing/taking/listening/solving/explaining/staying
      thanks again/for
      many/big/huge/big thanks
      can not thank
      pass/give on? my thanks`,
  },
  untroubled: {
    strength: 2,
    lines: `
      no/zero/never/without/not/free _2 problem/problems/issue/issues/complaint/complaints/worries/trouble/troubles/hassle/fuss/hitch/hitches/glitches/regrets/delays/downside/errors
      never/not _2 problem/problems/issue/issues/complaint/complaints
      nothing to complain/fault/criticise
      nothing but praise/good/great/positive
      nothing is? bad/wrong/negative with?
      not let you/me/us down
      can not imagine/praise/stress/fault
      can not stop _1 listening/playing/smiling/laughing/using/dreaming/daydreaming/thinking/talking
      not _2 bad/regret/regretted/disappoint/disappointed/wrong/complain/beat/fault/hurt
      can not recommend/thank/praise _4 enough
      never _1 let me/us/you down
      changed my mind
      bad _1 into a good/great
      everything i/we need/needed/wanted/want
      never _1 failed/fails/disappoints/disappointed/regretted
      can not _2 go wrong
      how can/could you/one/i/we go wrong
      bang for
      not hesitate to
      not had/have/having _2 problem/problems/issue/issues/trouble
      can not wait
      could not be/have _2 happier/better/more/easier/nicer/kinder/asked
      could not ask for
      no longer a/an? problem/issue`,
  },
  solved: {
    strength: 2,
    lines: `
      problem/problems/issue/issues/fault/bug/that/it/everything/all/this/matter is/was/has/got/are/have? been/now/all/finally? solved/fixed/resolved/sorted/settled
      solved/fixed/resolved/sorted _2 it/everything/problem/issue/quickly/fast/immediately/within/minutes/out
      all sorted/good/fixed/set/done/fine/well
      did/does/do the trick
      up and running
      good as new
      work/works/working/worked/run/runs/running/ran/functions/performs _1 again/perfectly/great/fine/well/now/flawlessly/beautifully/smoothly/better/nicely/properly/wonderfully/without
      like a charm/dream
      just works
      as expected/advertised/promised/described
      running/runs smoothly
      finally fixed/solved/sorted/works/working/arrived/resolved`,
  },
  recommending: {
    strength: 3,
    lines: `
      never slept/eaten/had/felt/looked/sounded/been/worked _2 better/easier/happier
      got/gave/given/have/had/received _3 money back
      corrected/replaced/repaired/refunded/sorted/fixed/solved/answered while/before/within/at/immediately/overnight
      no harm done
      turned/turn/worked/went out/so? fine/well/great/perfect/perfectly/beautifully
      not _1 scratch/penny/cent/word/hitch on/more/extra/of
      not have to wait/pay/ask/worry/explain/do/queue/lift _2 at/anything/twice/again/for
      gets/got/get it right
      exactly what was/you promised/described/said/advertised
      so/very/really well/kind/decent/thoughtful/generous/helpful/gentle/patient/attentive/welcoming
      decent/nice/kind/good/generous/sweet/thoughtful of you/him/her/them
      at last a/an/somebody/someone
      for free
      in/within COUNT mins/minutes/seconds flat?
      did not charge/ask/want _1 extra/anything/more/penny
      by far
      was worth it
      not one thing to
      waiting for me/us with
      like a queen/king/dream/million/breeze/miracle
      won me/us over
      made/make/makes up for it/everything/that
      made all the difference
      stayed open/late/on for/with/until
      way better/nicer/faster/easier
      even fixed/called/brought/carried/waited/helped/sent/gave/stayed
      could not fault/be more
      not easily impressed
      not usually write/leave/do
      with a smile/grin/wink
      never looked back
      put it/this/that/things/everything? right
      put right
      not give up on/until/and
      never thought i/we would say
      did not expect an/a/you/such/that/to
      nothing/never/not _1 went/gone/go wrong
      meant a lot/so/everything
      took/taking her/his/their/the time
      cost/costs nothing
      not a/one/single _1 minute/second/day/hour/order/problem/complaint/outage without/down/lost/from
      never/not _2 outage/outages/breakdown/interruption
      sorted/solved/fixed/gone/done/repaired/answered/over _1 in/within COUNT/an/the/a mins/minutes/hour/seconds/day/hours
      waited for us/me/my/her/him
      kept your/their/his/her promise/word
      an/a angel/hero/star/gem/legend/lifesaver/saint/joy
      so/very/really/just pleased/glad/happy/relieved i/we/you/that/with/to
      owning up
      what a difference/team/start/service/relief/joy/treat/company/place
      restored my/our faith/trust
      leaf out of your
      no better/finer
      finally a/an company/support/bank/provider/shop/team/doctor
      finally works/working
      as usual/always
      without/no pain/drama/hassle/fuss/stress
      no missed/lost/more _1 doses/calls/orders/crashes/problems/trouble
      believe how/me
      never forget that/this/it/you/her/him
      could not have been/done/asked
      made it/me/us/this painless/easy/laugh/welcome/smile
      a pleasure
      reason i/we stay/stayed/came/switched
      changed my life
      better than my/our/the old/last/previous
      quicker/faster/easier/nicer/friendlier/cheaper than my/the/i/we/quoted/feared/any
      gave/given up hope but
      found my/our/his/her
      three cheers
      owe you one
      highly/definitely/would/will/strongly/gladly/certainly/can _1 recommend
      recommend/recommended it/this/them/you/her/him _1 to
      told/telling/tell all? my/our/all/your friends/family/colleagues
      spread the word
      worth every/it
      worth the money/price/wait/effort
      every penny
      good/great/excellent value
      value for money
      saved/saves/saving me/us/my/our _2 hours/time/money/day/life/lot
      saved/made/makes/make my/our/me day/week/life/smile/happy
      peace of mind
      good/safe hands
      went/going/goes/gone out of her/his/their/your way
      above and beyond
      extra mile
      deserves/deserve a/an/every/some _1 raise/medal/award/praise/promotion/bonus/credit
      hats off
      shoutout/shout to/out
      you/they _1 rock
      night and day
      at ease
      not _3 enough for us/me/you/him/her
      not put it/this/them down
      not believe how easy/quick/fast/good/great/simple/smooth/kind/well/nice/much
      sorted/sorting/solved quickly/fast
      appreciate the/your/it/you/how
      exactly as described
      safe and sound
      made my/our day/week/morning/evening/year/trip/honeymoon/holiday
      made our/my wedding/birthday
      customer for life
      running/looks/works/drives/feels/runs/look/work like new
      says it all
      what more could
      by far the best/nicest/easiest
      the most patient/helpful/friendly/kind/comfortable/beautiful
      like new
      would/will/love/enjoy/use/come/back/recommend/visit/returned/returning _3 again and again
      time and time again a/great/good/excellent/perfect/never
      killing/killed/crushing/crushed/smashing/smashed/nailing/nailed it
      hard/difficult/tough to beat/fault/top/match/put/better
      can/will/could not be beat/beaten/beat
      ten out of ten
      will/would definitely/certainly/absolutely be/come/return/use/buy/book/order/go back/again
      full/top marks
      buy/use/order/book/stay/visit/come again
      without a/any hitch/fuss/problem/problems/issue/issues/hassle/trouble/quibble/question
      did not even have/need to
      best _3 ever/had/have/used/bought/tried/stayed
      keep it up
      keep up the
      look no further
      big/huge fan
      a fan of
      five/four stars/star`,
  },
  liking: {
    strength: 2,
    lines: `
      i/we/they/kids/everyone/husband/wife/family really/still/also/all/both? like/likes/liked
      good/great/nice/excellent job/work/service/product/deal/experience/stuff/quality/choice/buy/support/people/team/one/news/touch
      well done/made/built/designed/worth/thought
      way to go
      so far so good
      went/go/goes/going _1 well/smoothly/great
      much/so much? better/faster/easier/nicer/improved/appreciated
      better/easier/faster/quicker/nicer than i/we/expected/ever/any/before
      ahead of schedule
      day/days/week early
      arrived early/quickly/safely
      on time
      same/next day
      in no time
      so/very/really/super/that was/how/incredibly quick/fast/easy/simple/smooth/kind/patient/friendly/polite/clear
      looking/look forward to
      exactly/just what i/we
      glad i/we
      start to finish
      top marks/notch/class
      thumbs up
      easy to use/follow/install/understand/read/navigate
      no regrets`,
  },
};
