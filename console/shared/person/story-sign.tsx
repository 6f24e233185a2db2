import {
  IconBan,
  IconHourglass,
  IconMoodSad,
  IconMoodSmile,
  IconPoint,
  IconSend,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import type { StoryLine } from '../../../functions/api/contract/customers.ts';
import type { Tone } from '../ui/tone.ts';
import classes from './story.module.css';

const SIGNS: Record<StoryLine['tone'], { tone: Tone; icon: TablerIcon }> = {
  sent: { tone: 'good', icon: IconSend },
  held: { tone: 'wait', icon: IconHourglass },
  stopped: { tone: 'plain', icon: IconBan },
  person: { tone: 'person', icon: IconUser },
  good: { tone: 'good', icon: IconMoodSmile },
  bad: { tone: 'bad', icon: IconMoodSad },
  plain: { tone: 'plain', icon: IconPoint },
};

/** How an entry looks: the words beside it say the same. */
export const StorySign = ({ tone }: { tone: StoryLine['tone'] }) => {
  const { tone: colour, icon: Icon } = SIGNS[tone];
  return (
    <span className={classes.sign} data-tone={colour} aria-hidden>
      <Icon size={16} stroke={1.8} />
    </span>
  );
};
