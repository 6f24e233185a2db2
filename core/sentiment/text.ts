/** What a text says about its writer's mood. */
export interface TextMood {
  /** `unknown` when the language is not one that the reader knows; the value is then 0. */
  mood: 'negative' | 'neutral' | 'positive' | 'unknown';
  /** -1 to 1. */
  value: number;
  /** A short sentence that names the words that decided it. */
  because: string;
  /** In which language the embedded reader read it: in some it reads less well. */
  language?: string;
}

/** Port: what intake needs to read the mood of a text. */
export interface TextSentiment {
  read(text: string): Promise<TextMood>;
}
