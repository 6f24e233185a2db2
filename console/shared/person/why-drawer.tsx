import { Drawer, Stack, Text, Title } from '@mantine/core';
import type { StoryLine } from '../../../functions/api/contract/customers.ts';
import { When } from '../time/when.tsx';
import { capital } from '../words/capital.ts';
import classes from './story.module.css';

const Reasons = ({ title, lines }: { title: string; lines: string[] }) =>
  lines.length === 0 ? null : (
    <section>
      <Title order={3} mb={8}>
        {title}
      </Title>
      <ul className={classes.reasons}>
        {lines.map((line) => (
          <li key={line} dir="auto">
            {capital(line)}
          </li>
        ))}
      </ul>
    </section>
  );

const Letter = ({ message }: { message: NonNullable<StoryLine['message']> }) => (
  <section>
    <Title order={3} mb={8}>
      What they were sent
    </Title>
    <div className={classes.letter} dir="auto">
      {message.subject !== '' && (
        <Text fw={600} size="sm" mb={8}>
          {message.subject}
        </Text>
      )}
      {message.text}
    </div>
  </section>
);

export interface WhyDrawerProps {
  /** None: it is shut. */
  line: StoryLine | undefined;
  zone: string;
  onClose: () => void;
}

/** Why something was decided, what would have changed it, and what the customer reads or was sent. */
export const WhyDrawer = ({ line, zone, onClose }: WhyDrawerProps) => (
  <Drawer
    opened={line !== undefined}
    onClose={onClose}
    position="right"
    size="md"
    title={<Text fw={600}>Why</Text>}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    {line && (
      <Stack gap="lg">
        <div>
          <Text fw={600} dir="auto">
            {line.title}
          </Text>
          <Text size="sm" c="dimmed">
            <When at={line.at} zone={zone} />
            {` (${zone})`}
            {line.reason ? `, ${line.reason}` : ''}
          </Text>
        </div>
        {line.because && (
          <section>
            <Title order={3} mb={8}>
              What they read if they ask
            </Title>
            <Text dir="auto">{line.because}</Text>
          </section>
        )}
        {line.grounds && <Reasons title="What it rested on" lines={line.grounds.rested} />}
        {line.grounds && <Reasons title="What would have changed it" lines={line.grounds.otherwise} />}
        {line.grounds?.unsure && <Text c="dimmed">{line.grounds.unsure}</Text>}
        {line.message && <Letter message={line.message} />}
      </Stack>
    )}
  </Drawer>
);
