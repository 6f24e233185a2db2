import type { Hit } from './hits.ts';
import { phraseAt } from './phrases.ts';
import type { Sentence } from './tokens.ts';

/**
 * Signs of a complaint that says no bad word: "Two days after I paid you told me to fill in another form." None of them
 * is enough alone; in a request they are nothing.
 */
const CUES: [number, RegExp][] = [
  [-0.9, /\b(not|never|no|nothing|nobody|none|zero|nowhere)\b/],
  [
    -0.7,
    /\b(#|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|couple of|few|a|whole|entire|all) (working |business |whole |lunch )?(hour|hours|hrs|minutes|mins|day|days|week|weeks|month|months|weekend|evening|afternoon|morning|break)\b/,
  ],
  [
    -0.7,
    /\b(again|another|already|anymore|even|ever|always|constantly|still|yet|supposedly|apparently|only|just|instead|until)\b/,
  ],
  [-0.6, /\b(but|yet|after|although|though|while)\b/],
  [
    -0.7,
    /\b(you|they|he|she|agent|rep|driver|support|service|desk|company|bot|manager|courier|technician|engineer|staff|system|app|website|page) (\w+ )?(said|say|says|told|tells|promised|sent|send|gave|give|changed|change|took|take|left|made|make|marked|want|wants|claim|claims|refuse|keep|accused|closed|expect|advertise|answers|asked|thinks)\b/,
  ],
  [
    -0.8,
    /\b(had|have|having|need|needed) to (prove|call|wait|pay|explain|ask|fill|repeat|go|drive|send|come|take|beg|buy|start|log|restart|do|use|stand|sit|write)\b|\bshould(?: not)? (i|we|have|pay|be)\b/,
  ],
  [-0.7, /\b(paid|pay|paying|charged|bill|fee|fees|refund|euros|dollars|pounds|money)\b/],
  [-1.0, /^(oh )?(why|how come|really|seriously|since when)\b|\bwhy\b/],
  [
    -0.6,
    /\b(gone|missing|closed|expired|rejected|failed|wrong|worse|unable|stuck|left|lost|forgot|mistake|complain|stop)\b/,
  ],
  [-0.5, /\b(seriously|honestly|clearly|obviously|literally|somehow|suddenly)\b/],
  // A word that stands alone: "Nothing.", "Really?", "Hello?"
  [-1.2, /^(and |then |still |oh )?(nothing|nobody|silence|zero|none|really|seriously|hello|again|ignored|crickets)$/],
  [
    -0.7,
    /\b(since (#|yesterday|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the morning|this morning)|last (week|month|year|night)|(now|already|here we are) (it is )?(on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/,
  ],
  [-0.5, /\b(any idea when|who is going to|where is my|when will|when is my|what is going on|what happened)\b/],
];

const REQUEST =
  /^(hi |hello |hey |yes |also |and |so )*(please|can (i|we|you)|could (i|we|you)|may (i|we)|would (it|you)|how (do (?!you expect)|can|much|many|to|does|should|would)|what (is the|are the|are your|do|does|time|should)|where (can|do|should|is the)|which|who (do|should|can)|do (you|i|we)|does|is (there|the|it)|are (there|you)|will|when (does|do|can|is)|i would|we would|i am (looking|writing|interested)|i (just )?want to|i need to|just (checking|asking)|let me|shall)\b/;

/** Said to someone, or of someone who serves: a diary or a novel has such sentences too. */
const SERVED =
  /\b(you|your|yours|they|their|support|service|agent|rep|staff|customer|company|order|ordered|account|bill|app|website|site|refund|delivery|delivered|flight|booking|booked|ticket|contract|subscription|technician|driver|courier|parcel|package|router|payment|paid|pay|card|password|update|store|shop|hotel|room|waiter|bank|chat|email|emails|call|called|number|bag|seat|install|installer|invoice)\b/;

const ENOUGH_PRAISE = 1.5;
const WEIGHT = 1.5;

export const isOfService = (sentences: Sentence[]): boolean =>
  sentences.some(({ words }) => SERVED.test(words.join(' ')));

/** The words without commas, and without phrases that only look like a mood. */
const telling = (words: string[]): string => {
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    if (phrase?.strength !== 0 && words[at] !== ',') kept.push(words[at]!);
    at = phrase?.strength === 0 ? phrase.end : at + 1;
  }
  return kept.join(' ');
};

/** The weak signs in a sentence, unless it asks for something or praises. */
export const cuesOf = ({ words }: Sentence, hits: Hit[]): Hit[] => {
  const text = telling(words);
  if (REQUEST.test(text) || hits.some(({ strength }) => strength >= ENOUGH_PRAISE)) return [];
  const found: Hit[] = [];
  for (const [strength, pattern] of CUES) {
    const match = pattern.exec(text);
    if (match) found.push({ from: 0, to: 0, words: match[0], strength: strength * WEIGHT, kind: 'cue' });
  }
  return found;
};
