import { ActionIcon, Autocomplete, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from '../../shared/api/client-context.ts';
import { FindCustomer } from '../../shared/person/find-customer.tsx';
import { tellFailure } from '../../shared/ui/tell.ts';
import type { Names, PlayableScenario } from '../../worker/engine.ts';
import type { PlayRequest } from '../../worker/play.ts';
import type { Sorted } from './touching.ts';

export interface WhoAndWhatProps {
  scenarios: Sorted;
  names: Names;
  request: PlayRequest | undefined;
  /** The scenario's file, until something of it is changed. */
  file: string | undefined;
  /** Their zone too. */
  ask: (request: PlayRequest, zone: string, file?: string) => void;
}

type Event = PlayRequest['events'][number];

const HOUR = 3_600_000;
/** Ten years: no play looks further ahead, and far beyond there are no dates. */
const MOST_HOURS = 87_600;

/** So many hours after the start. */
const atAfter = (startsAt: string, typed: string): string => {
  const hours = Math.max(-MOST_HOURS, Math.min(MOST_HOURS, Number(typed)));
  return new Date(Date.parse(startsAt) + hours * HOUR).toISOString();
};

const factsText = (facts: Record<string, unknown>): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');

const factsFrom = (text: string): Record<string, unknown> =>
  Object.fromEntries(
    text.split(',').flatMap((part) => {
      const colon = part.indexOf(':');
      const value = part.slice(colon + 1).trim();
      if (colon < 0) return [];
      return [[part.slice(0, colon).trim(), value !== '' && Number.isFinite(Number(value)) ? Number(value) : value]];
    }),
  );

const OneEvent = ({
  event,
  startsAt,
  names,
  change,
  remove,
}: {
  event: Event;
  startsAt: string;
  names: Names;
  change: (event: Event) => void;
  remove: () => void;
}) => {
  const hours = Math.round((Date.parse(event.at) - Date.parse(startsAt)) / HOUR);
  const facts = factsText(event.with);
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <TextInput
        label="After hours"
        type="number"
        w={92}
        value={hours}
        onChange={({ currentTarget }) => change({ ...event, at: atAfter(startsAt, currentTarget.value) })}
      />
      <Autocomplete
        label="Event"
        data={names.events.map(({ type }) => type)}
        value={event.event}
        onChange={(next) => change({ ...event, event: next })}
      />
      <TextInput
        // What is typed is read when one leaves the field; another event in this place has its own.
        key={facts}
        label="With"
        placeholder="plan: team"
        defaultValue={facts}
        style={{ flex: 1 }}
        onBlur={({ currentTarget }) => change({ ...event, with: factsFrom(currentTarget.value) })}
      />
      <ActionIcon variant="subtle" color="brick" aria-label={`Take ${event.event} out`} onClick={remove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
};

const Customer = ({ request, ask }: { request: PlayRequest; ask: (request: PlayRequest, zone?: string) => void }) => {
  const client = useClient();
  const take = async (customer: string) => {
    const story = await client('readCustomer', { params: { customer }, query: { count: 1 } });
    const attributes = Object.fromEntries(story.known.map(({ name, value }) => [name, value]));
    ask({ ...request, customer: { id: customer, attributes } }, story.zone);
  };
  return (
    <FindCustomer
      label="As a customer of yours"
      description="What is known of them is taken along; nothing is sent to them."
      placeholder="Search by id, email or name"
      choose={(customer) => customer !== undefined && void take(customer).catch(tellFailure)}
    />
  );
};

const optionsOf = (scenarios: readonly PlayableScenario[]) =>
  scenarios.map(({ name, file }) => ({ value: file, label: name }));

/** Those of the open journey under a heading of their own; where there are none, a plain list. */
const groupsOf = ({ own, others }: Sorted) =>
  own.length === 0
    ? optionsOf(others)
    : [
        { group: 'Of this journey', items: optionsOf(own) },
        { group: 'Others', items: optionsOf(others) },
      ];

/** Who goes through the journey, and what happens to them: a scenario, a customer, or events of one's own. */
export const WhoAndWhat = ({ scenarios, names, request, file, ask }: WhoAndWhatProps) => {
  const [zone, setZone] = useState('Europe/London');
  const put = (next: PlayRequest, its = zone) => {
    setZone(its);
    ask(next, its);
  };
  const choose = (path: string | null) => {
    const scenario = [...scenarios.own, ...scenarios.others].find((each) => each.file === path);
    if (!scenario) return;
    setZone(scenario.zone);
    ask(scenario.request, scenario.zone, scenario.file);
  };
  const setEvents = (events: Event[]) => request && put({ ...request, events });
  return (
    <Stack gap="sm">
      <Select
        label="As in a scenario"
        searchable
        placeholder="Choose one"
        value={file ?? null}
        data={groupsOf(scenarios)}
        onChange={choose}
      />
      {request && (
        <details>
          <summary>Change who it is, and what happens</summary>
          <Stack gap="sm" mt="sm">
            <Customer request={request} ask={put} />
            <Text size="sm" c="dimmed">
              {request.customer.id}: {factsText(request.customer.attributes) || 'nothing is known of them'}
            </Text>
            {request.events.map((event, index) => (
              <OneEvent
                // biome-ignore lint/suspicious/noArrayIndexKey: two events may be the same but for their place.
                key={index}
                event={event}
                startsAt={request.startsAt}
                names={names}
                change={(next) => setEvents(request.events.with(index, next))}
                remove={() => setEvents(request.events.toSpliced(index, 1))}
              />
            ))}
            <Group>
              <Button
                size="xs"
                variant="default"
                onClick={() =>
                  setEvents([
                    ...request.events,
                    { at: request.events.at(-1)?.at ?? request.startsAt, event: names.events[0]?.type ?? '', with: {} },
                  ])
                }
              >
                Add an event
              </Button>
            </Group>
          </Stack>
        </details>
      )}
    </Stack>
  );
};
