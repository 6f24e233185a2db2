import type { Task } from '../../../functions/api/contract/work.ts';
import classes from './work.module.css';

/** Paragraphs without the line ends of the file that they were written in; lists keep theirs. */
const unwrapped = (text: string): string => text.replaceAll(/(?<=[^\n])\n(?=[^\n\s*\-\d])/g, ' ');

/** What a task says is to be done. */
export const TaskText = ({ task: { text } }: { task: Task }) => (
  <div className={classes.text} dir="auto">
    {text === '' ? 'What it said is not kept any more.' : unwrapped(text)}
  </div>
);
