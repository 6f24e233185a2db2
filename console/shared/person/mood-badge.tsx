import { IconMoodNeutral, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import { Badge } from '../ui/badge.tsx';
import { MOOD_TONES, MOOD_WORDS, type MoodWord, score } from '../words/mood.ts';

const ICONS = { negative: IconMoodSad, neutral: IconMoodNeutral, positive: IconMoodSmile };

/** A mood in a word, with a face and, where one looks closer, its score. */
export const MoodBadge = ({ mood, value }: { mood: MoodWord; value?: number | undefined }) => {
  const Icon = ICONS[mood];
  return (
    <Badge tone={MOOD_TONES[mood]}>
      <Icon size={15} aria-hidden />
      {MOOD_WORDS[mood]}
      {value !== undefined && <span title="from −1 to +1">{score(value)}</span>}
    </Badge>
  );
};
