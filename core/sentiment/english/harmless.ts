/** Read as nothing: politeness, and words in another sense. */
export const HARMLESS = `
  heads up
  lost/misplaced/forgot/forgotten my/her/his/their/the _1 card/phone/aid/key/keys/password/ticket/tickets/bag/umbrella/wallet/instructions/pin/letter/receipt
  wrong month/number/date/room/day/door/floor/size/colour
  nobody is/was hurt/injured
  for security reasons
  not applicable
  not strong
  nothing special
  could not join/attend/make/come
  a known outage/issue/problem
  work/works going
  broken wrist/leg/arm/ankle/foot
  not have/got an/a account/card/printer/car/smartphone/phone
  let/letting you know
  chance to try
  the red/orange/yellow light
  stop the newsletter/subscription/renewal/standing
  free/disabled/spare seat/room/slot/space/place
  the other side
  noisy neighbour/neighbor
  by mistake/accident
  i/we lost/left/broke/dropped/misplaced/forgot/damaged my/our/the/a/an
  i missed your/the call/email/message/mail
  please ignore/disregard my/the/this
  no/not/nothing hurry/urgent/rush/pressure
  no real? hurry/rush/need/pressure/worries
  hate/sorry to bother/trouble/disturb
  not need/require a/an/any reply/answer/response/receipt
  not decided/sure/received/shipped/paid/tried/used/started yet
  waiting list/room/time/times/area
  just waiting for/to/on
  i/we will wait for/until/till
  my/the/a spam/junk folder/filter/mail
  in my/the spam/junk
  missing document/documents/page/form/signature/information/file
  can/could/would you/anyone recommend/suggest
  can/could you/i/we please? delete/cancel/close/terminate my/our/the account/subscription/contract/membership/order/booking/plan
  i/we have/need/want to cancel/return/postpone/move/reschedule
  would like to complain/know/dispute/cancel/return/report/leave/end/close/stop
  cancelling/canceling/leaving because i/we am/are moving
  my/his/her/our fault/mistake/bad
  wrong attachment/button/email/file/link/date/box/one before/by/i
  typed/wrote/spelled/entered _4 wrong
  lost property/luggage/card/items/item office/form/desk/report
  power cut here/this
  have/has a cold/fever
  is/are/am ill/sick
  no questions/further/more? asked
  no idea how much/happy/grateful/good
  was/were told to send/call/bring/contact/ask/email/write
  try again later
  can not/never attend/make/come
  unable to attend/come/make
  what/how if my/the/i
  what do/should/can i do if/when
  not often that/i
  no need to/for
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
  no doubt
  late for my/our/the/a/an
  sorry for the/my/our late/delay/slow reply/answer/response/on/in
  due to fever/illness/flu/cold/surgery/injury
  depends on
  not matter which/whether/to/if/when
  not mind which/whether/if/when
  i/we have no receipt/preference/objection/objections/questions/car
  no preference/objection/objections
  no strong opinion/feelings/preference`;
