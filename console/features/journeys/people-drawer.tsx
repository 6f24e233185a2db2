import { Drawer, SegmentedControl, Stack, Text } from '@mantine/core';
import type { JourneyGraph, PersonAtStep } from '../../../functions/api/contract/journeys.ts';
import { useClient } from '../../shared/api/client-context.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { customerAddress } from '../../shared/routing/addresses.ts';
import { When } from '../../shared/time/when.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { More } from '../../shared/ui/more.tsx';
import { Row, Rows } from '../../shared/ui/rows.tsx';
import { codeInWords } from '../../shared/words/reason.ts';
import type { Doing } from './facts.ts';

const WORDS: Record<Doing, string> = { waiting: 'waits', held: 'is held', listening: 'is listened for' };

const Person = ({ person }: { person: PersonAtStep }) => (
  <Row
    about={
      <>
        {WORDS[person.doing]}
        {person.reason && ` for ${codeInWords(person.reason)}`}, since <When at={person.since} zone={person.zone} />,
        next due <When at={person.due} zone={person.zone} />
      </>
    }
  >
    <Go to={customerAddress(person.customer)}>{person.name ?? person.customer}</Go>
  </Row>
);

export interface PeopleFilter {
  step: string;
  doing?: Doing | undefined;
}

const List = ({ journey, filter: { step, doing } }: { journey: string; filter: PeopleFilter }) => {
  const client = useClient();
  const query = usePages('peopleAtStep', { journey, step }, (after) =>
    client('peopleAtStep', { params: { journey, step }, query: { ...(after !== undefined && { after }) } }),
  );
  return (
    <Answer query={query}>
      {(all) => {
        const people = all.filter((person) => doing === undefined || person.doing === doing);
        return (
          <>
            {people.length === 0 && !query.hasNextPage && (
              <Empty title="Nobody is here now">Who comes to this step shows up here.</Empty>
            )}
            <Rows>
              {people.map((person) => (
                <Person key={person.enrolment} person={person} />
              ))}
            </Rows>
            <More {...query} />
          </>
        );
      }}
    </Answer>
  );
};

export interface PeopleDrawerProps {
  graph: JourneyGraph;
  filter: PeopleFilter | undefined;
  setFilter: (filter: PeopleFilter | undefined) => void;
}

/** The people behind a number. */
export const PeopleDrawer = ({ graph, filter, setFilter }: PeopleDrawerProps) => {
  const step = graph.steps.find(({ id }) => id === filter?.step);
  return (
    <Drawer
      opened={filter !== undefined}
      onClose={() => setFilter(undefined)}
      position="right"
      size="md"
      title={step ? `Who is at “${step.momentTitle ?? step.title}”` : 'People'}
      closeButtonProps={{ 'aria-label': 'Close the list of people' }}
    >
      {filter && (
        <Stack gap="md">
          <SegmentedControl
            aria-label="What they do there"
            value={filter.doing ?? ''}
            onChange={(doing) => setFilter({ step: filter.step, doing: doing === '' ? undefined : (doing as Doing) })}
            data={[
              { value: '', label: 'All' },
              { value: 'waiting', label: 'Wait' },
              { value: 'held', label: 'Held' },
              { value: 'listening', label: 'Listen' },
            ]}
          />
          <Text size="sm" c="dimmed">
            The next due first. Times are the customer’s own.
          </Text>
          <List journey={graph.journey} filter={filter} />
        </Stack>
      )}
    </Drawer>
  );
};
