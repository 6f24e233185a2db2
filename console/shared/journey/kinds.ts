import {
  IconArrowsSplit2,
  IconBroadcast,
  IconClockHour4,
  IconDoorExit,
  IconEar,
  IconGift,
  IconGitFork,
  IconRepeat,
  IconSend,
  IconUser,
} from '@tabler/icons-react';
import type { NavigationItem } from '../routing/navigation.ts';
import type { Tone } from '../ui/tone.ts';
import type { DrawnStep } from './drawing.ts';

export interface KindWords {
  /** Above the box. */
  name: string;
  /** The word before what it is about, as drawings have it: the box says it by its sign. */
  begins: string;
  tone: Tone;
  icon: NavigationItem['icon'];
}

const WAIT: KindWords = { name: 'Wait', begins: 'wait ', tone: 'wait', icon: IconClockHour4 };
const STEP: KindWords = { name: 'Step', begins: '', tone: 'plain', icon: IconClockHour4 };

const KINDS: Record<string, KindWords> = {
  send: { name: 'Send', begins: 'send ', tone: 'good', icon: IconSend },
  task: { name: 'A person', begins: 'a person: ', tone: 'person', icon: IconUser },
  emit: { name: 'Tell systems', begins: '', tone: 'plain', icon: IconBroadcast },
  give: { name: 'Give', begins: 'give: ', tone: 'good', icon: IconGift },
  wait: WAIT,
  'wait-until': WAIT,
  listen: { name: 'Listen', begins: 'listen for ', tone: 'wait', icon: IconEar },
  choose: { name: 'Choose', begins: '', tone: 'plain', icon: IconGitFork },
  split: { name: 'A/B', begins: '', tone: 'plain', icon: IconArrowsSplit2 },
  repeat: { name: 'Repeat', begins: '', tone: 'wait', icon: IconRepeat },
  exit: { name: 'End', begins: '', tone: 'plain', icon: IconDoorExit },
};

export const kindWords = (kind: string): KindWords => KINDS[kind] ?? STEP;

/** What stands in the box: the kind is told by its sign and name. */
export const aboutStep = ({ kind, title, momentTitle }: DrawnStep): string => {
  const { begins } = kindWords(kind);
  if (kind === 'choose') return 'the first that is true';
  if (kind === 'exit') return 'the journey ends here';
  return momentTitle ?? (title.startsWith(begins) ? title.slice(begins.length) : title);
};
