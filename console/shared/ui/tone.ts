/** What became of something, as a colour that is never alone: a word or a sign stands with it. */
export type Tone = 'good' | 'wait' | 'bad' | 'person' | 'plain';
