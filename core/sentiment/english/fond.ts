import type { Phrases } from './notation.ts';

/** What people say who praise by a story, by what did not happen, or by a comparison. */
export const FOND: Phrases = {
  fond: {
    strength: 3,
    lines: `
      not/never/nobody/nothing better/beat/beats/like/compares you/it/this/them/here/your
      nothing would/will i/we change/do
      would not change/swap/trade/miss/want/hear/go a/it/anything/them/this/for/to/anywhere/back/elsewhere
      not change/swap/trade a/it/anything/them
      nothing i/we would change/do/add/improve
      nothing to add/improve/moan/grumble/criticise/criticize/fault
      nothing bad/negative/else to say
      nothing but kind/kindness/help/good/nice/praise
      no/not a? notes/regrets/complaints/hesitation/contest/nonsense/fuss/moans
      no jargon/upselling/stress/tricks/surprises/catch/robot/jingle/nonsense/hurry
      not a/one single/word/drop/dent/mark/scratch/saucer/typo/wobble/crack/queue/hair/minute/leak/cross
      not one/a of/single us/thing typo/mistake
      has/have/had not missed/faded/shrunk/failed/broken/looked/stopped/aged/pilled/taken
      not missed a beat
      has not taken/had it/them off
      never missed/fails/failed/disappoints/looked/broken/broke/loses/lost/forgotten/felt a/back/down/us/me/so
      never met/seen/known/tasted/slept/laughed/felt a/so/such/anything/anyone/nicer/kinder/better/more
      not a/the cross word
      not cheap/perfect/fancy/posh but
      could/can not _2 praise/fault/wish/ask/believe/thank/beat/recommend _1 luck/enough/more/better/highly/for/it/them/you
      could/would not wish/hope for
      can not tell/say/describe/express _1 what/how _1 much/you/it/that/grateful/happy/means
      can not thank/praise/recommend
      can not believe how/my/our/i/the/it luck?
      words fail/can/cannot me/not/describe
      beyond/above price/words/all/expectation/expectations/measure/belief/praise
      over the moon
      on cloud nine/#
      in tears of
      burst/bursting with pride
      tears of joy/laughter/happiness/relief
      laughed till/until/so/all/the i/we/much/way
      have not laughed/slept/smiled/felt so/like/as _1 much/well/that/good
      sleep/slept/sleeping like/through/so/well a/well
      chuffed/tickled/pleased/thrilled to/as/pink bits/punch/pieces/death
      happy as larry/clams
      bless you/him/her/them/his/your/all
      god bless
      hats off/hat off/to to?
      hand on heart
      credit where/to it/her/him/them/you
      take/took a bow
      well in/done/deserved/played lads/all/team/you/everyone
      worth/deserves/earned every/his/her/their/its weight/medal/cent/penny/star/mile/minute
      weight in gold
      worth/justified the wait/drive/detour/trip/money/journey
      the drive/wait/money was worth
      only wish i/we had/would found/known/come/done/switched/sooner/bought
      should have done/switched/bought/come/called this?/years/it/ages
      wish i/we had found/known/come/switched/bought/done/discovered it/this/you/them/sooner/years
      why did i/we not
      where have/had you been
      never go/going/gone/look/looked/shop/buy/use/be back/elsewhere/anywhere/without
      will/would/shall not go/buy/shop/book/use anywhere/elsewhere/from/with/anyone
      go nowhere else
      nowhere else
      customer/friend/friends/fan/member/patient/client/believer for life/ever/forever
      loyal customer/for/to
      for ever grateful
      forever/eternally/ever/most/deeply/so/truly grateful/thankful/indebted/gratefully
      thankful/grateful for/to/that/as it/you/him/her/them/long/all
      i/we owe you/him/her/them
      above/beyond and/the above/beyond/call
      call of duty
      see/seeing you _1 next/again/soon/in
      be back in/next/for/with/soon/again
      come/coming/came back for/next/soon/sure/again
      booked/booking/book again/for/already _1 next/again/june/summer/year
      ordered/bought/got/have/order/buying COUNT/another/a more/second/two/one/pair/for
      told/tell/telling/sent everyone/everybody/all/the/half/my _1 street/neighbours/friends/mates/church/i/whole/office
      you were/are right
      i was wrong
      i/we take/took it? all/everything/back? back
      eat/ate my hat/words
      braced/steeled/prepared myself/ourselves/for for
      was dreading/sceptical/skeptical/nervous/terrified/scared/dreaded
      had/have/i dreaded/feared/expected/budgeted _4 but/and/instead/yet
      first/only one/person/company/place/time/firm/doctor/dentist/people/bank _3 listened/cared/understood/asked/explained/help/helped/answered/listens/cares
      somebody/someone/person/people/team who _1 listens/listened/cares/cared/knows/understands/understood/cares
      actually/really/truly cares/cared/listens/listened
      unlike my/the/our/every/all/any/most last/other/previous/old/others
      others/rivals/competitors/previous/old/last ones/one/firm/lot/bank/provider/supplier _8 you/yours/this
      where others/the _4 you/yours
      this one/place/time/app/pair is/has/was just/different/survived/laughs/still
      this is/place different/is
      difference here
      night/chalk and day/cheese
      keep/kept/keeps coming back
      nobody/noone/no one? else makes/brews/does/bakes/cooks/cares
      time of our/my/her/his/their life/lives
      take that/it back
      still going/works/working/runs/running/looks/use/looking/fits strong/perfectly/new/like/after/great/beautifully/every
      going strong
      built to last/for
      second/third/fourth/fifth/tenth/another pair/order/one/visit/stay from/with/of you/here/them/yours
      before i/we had/could/knew even?/noticed/finished/asked/blink/it
      before i/we even
      without being/my/a asked/asking/word/quibble/murmur/question
      without once
      did not _1 hurry/rush/laugh/sigh/judge/argue/push/once/bat
      never/not once hurried/rushed/laughed/judged/pushed/made/sighed/argued/lost
      did not have to ask/do/lift/wait/that/think/explain
      you did not have
      did not _2 feel/notice a/thing/feel
      hardly/barely felt/noticed a/it/anything
      my back/knees/knee/hip/feet/wife/husband/dog/cat/kids/children/daughter/son says/say/is/are/loves/love/approves/thanks/adores/beaming/obsessed
      has/have put/took/taken/made my mind/life/weight
      weight off my/our/us/me
      hit/hits the spot
      works/worked/goes/went down? a treat/treat/wonders/storm/miracles
      made/saved/saves/brightened/makes my/our/his/her week/month/year/bacon/skin/weekend/holiday/christmas/sanity/marriage
      changes/changed/change lives/everything
      changed/turned my/our/it/his/her/things life/around/round
      made/make/makes/making me/us/him/her/them/everyone _2 welcome/smile/laugh/home/special/feel
      nobody made/makes me/us
      felt/feel/feels at home
      held/holding/hold my/her/his/our hand
      like family/friends/royalty/home
      as if/though it/she/he were/was/had family/own
      proud of/as you/your/peacock
      long may you/it/they/this
      keep at/up/doing it/the/what
      do not/never ever? change a?/it/anything
      hero/heroes/angels/magicians/wizards/saints/legends/stars
      a real/true/proper/absolute/total/complete gent/gentleman/lady/star/gem/pro/professional/legend/treat/joy/find/craftsman/artist
      an artist/angel/absolute/oscar
      best decision/money/thing/purchase/meal/day/night/buy _4 ever/spent/years/life/made/done/had
      life is as/good
      as good as it/new/any
      not only _6 but
      no need for/to the? refund
      no further questions
      had us going/running/back/sorted in/within
      on the house/step
      free of charge
      at no/your/their extra/own charge/cost/expense
      refused/would not take any? money/payment/tip/penny
      it works
      works now/again/perfectly
      all good/sorted/well now/and
      case/problem/ticket/matter closed
      feel free to close
      close this/it/please/the ticket?/please/thanks`,
  },
};
