/** What people say when they are content, and polite or neutral words that only look like a mood. As complaints.ts. */
export const PRAISE: Record<string, { strength: number; lines: string }> = {
  thanks: {
    strength: 2,
    lines: `
      thank you
      thank you so/very much
      thank you all/both/again/for
      thanks so/very/a much/lot/million/ton
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
      best _3 ever/had/have/used/bought/tried/stayed
      keep it up
      keep up the
      look no further
      big/huge fan
      a fan of
      five/# stars`,
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

/** Read as nothing: politeness, and words in another sense. */
export const HARMLESS = `
  picked/chose/ordered/selected/entered/clicked/pressed the wrong color/colour/size/item/one/plan/button/address/date
  not sure which/whether/if/what
  no longer need/want/have
  nothing is perfect
  lag time
  in/by fact/accident
  kill time/some/an/two
  shipping/heading/coming/going/welcome back
  good luck with your/the/tomorrow/in
  arrested development
  not waste your/any/time
  break down the
  return policy/label/address/it/the/this
  repair shop
  as well
  well as/known/aware
  right now/away/address/person/place/side/hand/after/before/here/there/click/next
  kind/kinds/sort/sorts/type of
  kind/best/warm/warmest regards/wishes
  thanks/thank you? in advance
  would _2 like/love/appreciate/interested/happy/glad/grateful/great/nice/good/helpful
  look/looks/looked/looking/feel/feels/felt/sound/sounds/seem/seems/something/nothing/anything/just/more/much/things/stuff/is/was/be/it like
  like to/a/the/this/that/these/an/my/your
  hope you/this/all/that/everyone _4 well/day/week/weekend
  good morning/afternoon/evening/night/friday
  dear sir/madam/team/support/all/customer
  happy to provide/send/help/answer/wait/pay
  feel free
  free trial/shipping/plan/version/of/account
  looking/look forward to hearing/your/a
  would _2 like to cancel/return my/this/the? order/subscription/account/plan/membership/item
  please help/advise/confirm/let/find/send/tell/note/see/remove/add/cancel/return
  hard drive/disk/disc/copy/case/drives
  light bulb/switch
  customer/live/phone/chat/email/technical/tech support/care/service/services/help
  help desk/page/centre/center/article
  refund/return/returns/cancellation/complaints/cancelation policy/policies/process/procedure/form/department/address/label/window/period
  no rush/hurry/need
  error code/message/codes
  forgot/forgotten my/the? password/pin/login/username
  cover/covers/covered accidental? damage
  wait and see
  lost and found
  drop off/down/box
  block of
  late night/summer/may/june/july
  out of curiosity/interest
  win/lose weight
  fine print
  clear cache/cookies/history/the
  pretty much/big/small/long
  new year/version/phone/address/number/user
  not only
  not just
  no doubt`;
