/**
 * Ways to put things that tell a complaint from a request, whatever it is about. Tried on each sentence in lower case,
 * contractions written out, numbers as `#`, without commas.
 */
export const PATTERNS: [name: string, pattern: RegExp][] = [
  [
    'a-span-of-time',
    /\b(#|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|couple of|few|a|whole|entire|all) (working |business |whole |lunch )?(hour|hours|hrs|minutes|mins|day|days|week|weeks|month|months|weekend|evening|afternoon|morning|break)\b/,
  ],
  [
    'once-more',
    /\b(again|another|already|anymore|even|ever|always|constantly|still|yet|supposedly|apparently|only|just|instead|until)\b/,
  ],
  ['in-contrast', /\b(but|yet|after|although|though|while|despite|even though|without)\b/],
  [
    'they-did',
    /\b(you|they|he|she|agent|rep|driver|support|service|desk|company|bot|manager|courier|technician|engineer|staff|system|app|website|page) (\w+ )?(said|say|says|told|tells|promised|sent|send|gave|give|changed|change|took|take|left|made|make|marked|want|wants|claim|claims|refuse|keep|accused|closed|expect|advertise|answers|asked|thinks)\b/,
  ],
  [
    'forced',
    /\b(had|have|having|need|needed) to (prove|call|wait|pay|explain|ask|fill|repeat|go|drive|send|come|take|beg|buy|start|log|restart|do|use|stand|sit|write)\b|\bshould(?: not)? (i|we|have|pay|be)\b/,
  ],
  ['money', /\b(paid|pay|paying|charged|bill|fee|fees|refund|euros|dollars|pounds|money)\b/],
  ['why', /^(oh )?(why|how come|really|seriously|since when)\b|\bwhy\b/],
  [
    'gone',
    /\b(gone|missing|closed|expired|rejected|failed|wrong|worse|unable|stuck|left|lost|forgot|mistake|complain|stop)\b/,
  ],
  ['emphasis', /\b(seriously|honestly|clearly|obviously|literally|somehow|suddenly|simply|apparently)\b/],
  [
    'a-word-alone',
    /^(and |then |still |oh )?(nothing|nobody|silence|zero|none|really|seriously|hello|again|ignored|crickets)$/,
  ],
  [
    'since',
    /\b(since (#|yesterday|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the morning|this morning)|last (week|month|year|night)|(now|already|here we are) (it is )?(on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/,
  ],
  ['any-news', /\b(any idea when|who is going to|where is my|when will|when is my|what is going on|what happened)\b/],
  [
    'asks',
    /^((hi|hello|hey|yes|also|and|so|or|but|ok|thanks|dear|just|quick question|next question) )*((please|kindly) (?!stop|do not tell|tell me this)|(can|could|may|might|shall|should) (i|we|you|my|our|somebody|someone|the|it|he|she|a)\b|would (it be possible|you mind|you please|it)\b|how (do|can|much|many|to|does|should|would|are|is|long)\b(?! (you expect|more|am|can you|can it|can a))|what (is|are|do|does|time|should|happens|would|about)\b(?! (the point|the use|kind|exactly|wrong|going on|it with))|where (can|do|should|is|are|does)\b|which|who (do|should|can|is)|do (you|i|we)\b(?! (even|really|have to))|does\b|is (there|the|it|this|that|my|your|a)\b(?! really)|are (there|you|the|my)\b|will (there|the|it|you|i|my)\b|when (does|do|can|is|will|are)\b(?! you (finally|ever))|i (would|want|need|just want|only want|have|wish) (like )?to\b|i would (like|prefer|rather)|we would (like|prefer)|we (need|want)\b|i need\b|i am (looking|writing|interested|wondering)|i was wondering|just (checking|asking|wondering)|let me\b)/,
  ],
  [
    'asks-within',
    /\b(can you|could you|can i|could i|can we|could we|what do i|how do i|where do i|which (one|form|label)|would you mind|please (send|change|correct|cancel|block|note|call|book|confirm|let|find|tell|add|remove|resend|charge|take|ignore|update))\b/,
  ],
  [
    'unbothered',
    /\b(not (a|really a) (complaint|problem|big deal)|no reply needed|for (the record|your information|info)|fyi|just so you know|not (bothered|fussed|urgent|the end of the world)|low priority|no (rush|hurry|pressure|worries|harm done)|when(ever)? (it suits|suits|you (get|have) (a )?(chance|moment|minute|time))|that is all|easily sorted|not your fault|my (own )?(fault|mistake)|thought you (would|might|should) (like|want) to know)\b/,
  ],
  [
    'informs',
    /\b(attached|as discussed|following our|here (is|are)|find (my|the)|my (new|old) |(order|contract|serial|customer|phone|account|model|tracking) number|let you know|letting you know|moving|i will be|we will be|we are (moving|a)|we have (changed|moved|not decided))\b/,
  ],
];
