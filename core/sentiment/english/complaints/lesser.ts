import type { Phrases } from '../notation.ts';

/** What lets somebody down a little. */
export const LESSER: Phrases = {
  // Said as often without any displeasure: they only lean.
  faint: {
    strength: -0.7,
    lines: `
      in the/a/your queue
      no idea
      you guys? need to
      had to
      even though
      despite the/my/our
      not even
      why do/did/are you
      my/the/a/your refund/payment/top-up/transfer/card/deposit/order is/has/did/does/was? not? _1 showing/show/shown/received/arrived/processed/pending/declined/appear/appearing
      refund/payment/transfer/top-up/deposit not showing/received/processed/arrived/here/through`,
  },
  lesser: {
    strength: -2,
    lines: `
      no longer
      not my fault/problem/job
      never/not/nobody/noone apologised/apologized/explained/cared/asked/offered/mentioned/noticed/checked/warned
      i/we have asked/told/written/reported/explained/paid _4 already/twice/before/and
      already told/asked/explained/sent/paid/reported/filled/complained
      you/they removed/changed/doubled/raised/dropped/took the/my/our/away
      so i/we had/have
      no window/lift/towels/seat/hot/soap/toilet/signal/sound/room/staff/manager
      again and again
      over and over
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
      please/pls _1 fix/sort this/it/your/that/the/my
      please/just stop sending/calling/charging/asking/passing/texting/ringing/emailing/telling/ignoring
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
