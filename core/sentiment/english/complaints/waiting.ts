import type { Phrases } from '../notation.ts';

/** How long it takes, how often, and who does not answer. */
export const WAITING: Phrases = {
  waiting: {
    strength: -3,
    lines: `
      still _1 waiting/not/no/nothing/broken/missing/down/unresolved/pending/without/unanswered
      waiting/waited/wait/stood/sat/queued _4 UNIT
      waiting/waited _4 reply/answer/response/refund/someone/help
      on hold
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
      zero/no info/plan/record/sign/trace/information/help/apology/compensation
      just rings
      can not _1 through
      nobody/noone _2 answer*/reply/replies/replied/call*/respond*/care*/help*/read*/came/comes/knows/showed/turned/told/tells/listen*/picks/picked/seems/wants/bothered/there
      no one _2 answer*/reply/replies/replied/call*/respond*/care*/help*/read*/came/comes/knows/showed/turned/told/listen*/picks/picked/seems/there
      no/zero/without/hardly/little/single any/a/an/single? reply/replies/response/answer/answers/callback/update/updates/explanation/apology/communication/solution/warning/notice
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
};
