import { Button, Stack, Text } from '@mantine/core';
import type { Figures } from '../../../functions/api/contract/figures.ts';
import type { JourneyGraph, JourneyStep } from '../../../functions/api/contract/journeys.ts';
import { aboutStep, kindWords } from '../../shared/journey/kinds.ts';
import { momentAddress } from '../../shared/routing/addresses.ts';
import { inWords } from '../../shared/time/format.ts';
import { Go } from '../../shared/ui/go.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { count, number, share } from '../../shared/words/count.ts';
import { codeInWords, mostFirst } from '../../shared/words/reason.ts';
import { FactRow } from './fact-row.tsx';
import type { Doing } from './facts.ts';
import classes from './journeys.module.css';

const Reasons = ({ title, byCode }: { title: string; byCode: Record<string, number> }) => {
  const reasons = mostFirst(byCode);
  if (reasons.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {reasons.map(([code, many]) => (
        <Text key={code} size="sm">
          {number(many)} × {codeInWords(code)}
        </Text>
      ))}
    </div>
  );
};

interface ArmLine {
  name: string;
  figures: Figures;
}

const armColumns: Column<ArmLine>[] = [
  { title: 'Arm', kind: 'name', cell: ({ name }) => name },
  { title: 'Entered', kind: 'number', cell: ({ figures }) => number(figures.entered) },
  { title: 'Sent', kind: 'number', cell: ({ figures }) => number(figures.sent) },
  { title: 'Goals', kind: 'number', cell: ({ figures }) => number(figures.goals) },
  { title: 'Of those who entered', kind: 'number', cell: ({ figures }) => share(figures.goals, figures.entered) },
];

/** Arms beside each other. */
export const Arms = ({ arms, title }: { arms: Record<string, Figures>; title: string }) => {
  const lines = Object.entries(arms).map(([name, figures]) => ({ name, figures }));
  if (lines.length < 2) return null;
  return (
    <Panel title={title}>
      <Table isPlain caption={title} columns={armColumns} items={lines} keyOf={({ name }) => name} />
    </Panel>
  );
};

/** Of the step that is chosen: its settings, who is there, and what became of those who were. */
export const StepPanel = ({ step, show }: { step: JourneyStep; show: (doing?: Doing) => void }) => {
  const { name } = kindWords(step.kind);
  return (
    <Stack gap="md">
      <Panel title={aboutStep(step)} about={name}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            Its id is <code>{step.id}</code>.
          </Text>
          {step.moment !== undefined && (
            <Text size="sm">
              It sends <Go to={momentAddress(step.moment)}>{step.momentTitle ?? step.moment}</Go>.
            </Text>
          )}
          {step.events.length > 0 && <Text size="sm">Events: {step.events.join(', ')}</Text>}
          <div className={classes.facts}>
            <FactRow step={step} show={show} all />
          </div>
          <Reasons title="Held now" byCode={step.resting.heldFor} />
          <Reasons title="Was held" byCode={step.figures.heldFor} />
          <Reasons title="Not sent" byCode={step.figures.suppressedFor} />
          {step.canRest && (
            <Button variant="default" size="xs" onClick={() => show()}>
              Who is here
            </Button>
          )}
        </Stack>
      </Panel>
      {step.arms && <Arms arms={step.arms} title="Arms" />}
    </Stack>
  );
};

const dayInWords = (day: string): string => inWords(`${day}T12:00:00Z`, 'day', 'UTC');

/** Of the whole journey, while no step is chosen. */
export const JourneyPanel = ({ graph }: { graph: JourneyGraph }) => {
  const { figures } = graph;
  return (
    <Stack gap="md">
      <Panel title="In these days" about={`${dayInWords(graph.from)} to ${dayInWords(graph.to)}`}>
        <Stack gap={4}>
          <Text size="sm">{number(figures.entered)} entered</Text>
          <Text size="sm">
            {count(figures.sent, 'message')} went out, {number(figures.suppressed)} did not
          </Text>
          <Text size="sm">{number(figures.toPerson)} given to a person</Text>
          <Text size="sm">
            {number(figures.goals)} reached the goal, {number(figures.ended)} are through
          </Text>
        </Stack>
      </Panel>
      <Panel title="Not sent, and why">
        {Object.keys(figures.suppressedFor).length + Object.keys(figures.heldFor).length === 0 ? (
          <Text size="sm" c="dimmed">
            Nothing was held or left out in these days.
          </Text>
        ) : (
          <Stack gap="sm">
            <Reasons title="Left out" byCode={figures.suppressedFor} />
            <Reasons title="Held for a time" byCode={figures.heldFor} />
          </Stack>
        )}
      </Panel>
      <Arms arms={graph.arms} title="Does it help?" />
    </Stack>
  );
};
