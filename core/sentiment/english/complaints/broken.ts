import type { Phrases } from '../notation.ts';

/** What does not work, and what it takes and costs. */
export const BROKEN: Phrases = {
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
};
