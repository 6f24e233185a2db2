import { edit, type Mutation } from '../mutation.ts';

const FACTS = 'core/customer/commands/apply-facts.ts';
const FEEDBACK = 'core/customer/commands/apply-feedback.ts';
const SIGNALS = 'core/customer/commands/apply-signals.ts';
const EVENT = 'core/customer/commands/on-event.ts';
const MOOD = 'core/sentiment/mood.ts';

/** What events say about a customer, in any order. */
export const FACT_RULES: Mutation[] = [
  edit(
    'the newest attribute counts',
    FACTS,
    'if (known.at !== at) return known.at > at;',
    'if (known.at !== at) return false;',
  ),
  edit(
    'an attribute takes the provenance of its field',
    FACTS,
    'provenance, event: event.type, at,',
    "provenance: 'stated', event: event.type, at,",
  ),
  edit('a new address has not bounced', FACTS, 'if (since === at) forgetBounce(draft, name, at);', ''),
  edit(
    'an incident that closed before it opened is closed',
    FACTS,
    'incident.closedAt = Math.max(at, incident.closedAt ?? 0);',
    'if (known) incident.closedAt = Math.max(at, incident.closedAt ?? 0);',
  ),
  edit('the newest choice counts', FACTS, 'known && (known.at > at ||', 'known && (known.at < 0 ||'),
  edit(
    'a channel granted again is open again',
    FACTS,
    "if (channel && choice === 'granted' && failed?.why",
    "if (channel && choice !== 'granted' && failed?.why",
  ),
  edit('the newest pause counts', FACTS, 'if (!paused || at > paused.at ||', 'if (!paused || at > 0 ||'),
  edit('a bounce is of the address it went to', FEEDBACK, 'if (openedAt > at) return;', ''),
  edit(
    'a complaint stands over a bounce',
    FEEDBACK,
    "if (known?.why === 'complained' && why === 'bounced') return;",
    '',
  ),
  edit('what came back settles what was unknown', FEEDBACK, "feedback === 'bounced' ? 'failed' : 'sent'", "'sent'"),
  edit('a strong word asks for quiet', SIGNALS, 'value <= policy.strong ?', 'value <= -9 ?'),
  edit('a late signal counts from when it was', MOOD, 'weight * decay(at, now, policy)', 'weight'),
  edit('what was felt fades', MOOD, 's: sums.s * old + fresh * value', 's: sums.s + fresh * value'),
  edit(
    'mood of what is stale does not count',
    EVENT,
    'if (!stale) applySignals(draft, event);',
    'applySignals(draft, event);',
    { stories: [100, 150], days: 5 },
  ),
  edit(
    'a return opens the account',
    EVENT,
    'if (type.returns && at > (state.closedAt ?? 0))',
    'if (type.returns && at < 0)',
  ),
  edit('a farewell from before a return is over', EVENT, '|| at < (state.returnedAt ?? 0)) return;', ') return;'),
  edit(
    'a time in the future is now',
    'core/customer/model/bound.ts',
    'iso(Math.min(Date.parse(event.at), now))',
    'iso(Date.parse(event.at))',
  ),
];
