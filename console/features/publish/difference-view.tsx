import { Stack, Text } from '@mantine/core';
import type { Difference } from '../../../functions/api/contract/versions.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import type { Tone } from '../../shared/ui/tone.ts';
import { count } from '../../shared/words/count.ts';
import { type DiffLine, sideBySide } from './lines.ts';
import classes from './publish.module.css';

const TONES: Record<string, Tone> = { added: 'good', removed: 'bad', changed: 'wait' };

const Side = ({ label, lines }: { label: string; lines: readonly DiffLine[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too.
  <section className={classes.side} tabIndex={0} aria-label={label}>
    {lines.map(({ text, change }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place.
      <span key={index} className={classes.line} data-change={change === 'same' ? undefined : change}>
        {text}
      </span>
    ))}
  </section>
);

const FileDifference = ({ file }: { file: Difference['files'][number] }) => {
  const { left, right } = sideBySide(file.before ?? '', file.after ?? '');
  return (
    <details>
      <summary>
        {file.path} <Badge tone={TONES[file.change] ?? 'plain'}>{file.change}</Badge>
      </summary>
      <div className={classes.sides}>
        <Side label={`${file.path} before`} lines={left} />
        <Side label={`${file.path} after`} lines={right} />
      </div>
    </details>
  );
};

/** Whom it concerns who is under way. */
const Leaving = ({ leaving }: Pick<Difference, 'leaving'>) =>
  leaving.length === 0 ? (
    <Text size="sm">Nobody stands at a step that is gone: all go on where they are.</Text>
  ) : (
    <Stack gap={4}>
      <Text size="sm" fw={600} c="var(--tone-bad)">
        These people would leave, since their step is gone:
      </Text>
      {leaving.map(({ journey, step, people }) => (
        <Text key={`${journey} ${step}`} size="sm">
          {count(people, 'person', 'people')} at {step} in {journey}. Give a step that goes on for them the old id under{' '}
          <code>renamed</code>.
        </Text>
      ))}
    </Stack>
  );

/** What differs: journeys, steps, people, and the files line by line. */
export const DifferenceView = ({ difference }: { difference: Difference }) => {
  const { files, journeys, leaving } = difference;
  if (files.length === 0) return <Empty title="Nothing differs">The texts are the same.</Empty>;
  return (
    <Stack gap="md">
      {journeys.map(({ journey, title, change, added, removed, changed }) => (
        <div key={journey}>
          <Text fw={600}>
            {title} <Badge tone={TONES[change] ?? 'plain'}>{change}</Badge>
          </Text>
          <div className={classes.steps}>
            {added.map((step) => (
              <Badge key={step} tone="good">
                new: {step}
              </Badge>
            ))}
            {changed.map((step) => (
              <Badge key={step} tone="wait">
                changed: {step}
              </Badge>
            ))}
            {removed.map((step) => (
              <Badge key={step} tone="bad">
                gone: {step}
              </Badge>
            ))}
          </div>
        </div>
      ))}
      <Leaving leaving={leaving} />
      <div className={classes.files}>
        {files.map((file) => (
          <FileDifference key={file.path} file={file} />
        ))}
      </div>
    </Stack>
  );
};
