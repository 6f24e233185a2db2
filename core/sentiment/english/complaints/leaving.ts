import type { Phrases } from '../notation.ts';

/** Who wants to leave, and how they were treated. */
export const LEAVING: Phrases = {
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
      do yourself a favor/favour and? avoid/skip/go/stay/do/shop/look
      spend/take your/my/our _1 money/business/custom elsewhere
      will not be back/returning/visiting
      will/would/shall not _1 be/go/come/going/coming back/returning/there
      never coming/going back
      not worth the/it/your/my/a
      do/does/would/will/could/can not _2 recommend
      do not buy/bother/trust
      stay/steer away/clear
      buyer beware
      had _1 enough of/with
      enough is enough
      last straw
      fed/sick up/of/and
      end/limit of my/our patience
      tested/testing/tries/tried/trying my/our patience
      out/losing/lost of? my/our/all? patience`,
  },
  treatment: {
    strength: -3,
    lines: `
      thanks for nothing/wasting/ruining/losing/ignoring/breaking
      thanks for making me/us/my/it _1 wait/late/miss/cry/angry/pay/worse/harder
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
      asked/ordered/paid/wanted/booked/chose/reserved/specifically for? _5 and/but was? got/received/served/given/sent/is/it
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
      why is/does/do/did/are/has/have/was/can/must _4 so/never/always/keep/impossible/nobody
      why is/are/do/does/have/has/am i/my/it/your/this/you/we _2 still
      why can/will/do/does/did/is/are/has/have/was/would not
      why would/should/must you/they/i/we
      why i/we bother
      someone/anyone/somebody/anybody/you explain/tell me? why/how
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
      zero/minus/no/one/two stars/star
      nothing has/have/was/is/gets/got _1 done/happened/changed/fixed/moved/solved/resolved/improved
      nothing happens/happened/works/worked/helps/helped
      making/makes/made/driving/drives/drove me/us _1 mad/sick/cry/angry/sad/furious/crazy/insane/nuts
      poor/bad/terrible/awful/worst/horrible/shocking/rubbish/lousy/useless/appalling/pathetic _1 service/support/experience/quality/company/airline/product/app/communication`,
  },
};
