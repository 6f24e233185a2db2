import { Stack, Text } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { CrowdAnswer as AnswerForAll, Crowd, CrowdWork } from '../../../functions/api/contract/crowds.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { When } from '../../shared/time/when.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Row, Rows } from '../../shared/ui/rows.tsx';
import { Segments } from '../../shared/ui/segments.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { capital } from '../../shared/words/capital.ts';
import { count, number } from '../../shared/words/count.ts';
import { CrowdAnswer } from './crowd-answer.tsx';
import { CrowdPeople } from './crowd-people.tsx';

/** Milliseconds: an answer to all is told by and by. */
const LOOK_AGAIN = 10_000;

const COLUMNS: Column<CrowdWork>[] = [
  { title: 'What is to be done', kind: 'name', cell: ({ title }) => title },
  { title: 'Waiting', kind: 'number', cell: ({ open }) => number(open) },
  { title: 'Taken', kind: 'number', cell: ({ taken }) => number(taken) },
  { title: 'Done', kind: 'number', cell: ({ done }) => number(done) },
  { title: 'Declined', kind: 'number', cell: ({ declined }) => number(declined) },
  { title: 'Not in time', kind: 'number', cell: ({ expired }) => number(expired) },
];

const SAID = { done: 'Done', declined: 'Declined' };
const HOW_FAR = { 'under-way': 'under way', stopped: 'stopped', over: 'all were told' };

const Answers = ({ crowd: { answers, work } }: { crowd: Crowd }) => {
  const titleOf = ({ moment }: AnswerForAll): string => work.find((one) => one.moment === moment)?.title ?? moment;
  return (
    <Panel title="Said of all at once">
      <Rows>
        {answers.map((one) => (
          <Row
            key={`${one.at} ${one.moment}`}
            about={
              <>
                <Breakable>{one.by}</Breakable>, <When at={one.at} />, {HOW_FAR[one.state]}: {number(one.told)} told
                {one.about !== undefined && ` of about ${number(one.about)}`}
              </>
            }
          >
            <Badge tone={one.said === 'done' ? 'good' : 'plain'}>{SAID[one.said]}</Badge> {titleOf(one)}
            {one.text && `: “${one.text}”`}
          </Row>
        ))}
      </Rows>
    </Panel>
  );
};

const Facts = ({ crowd: { event, at, fields, customers } }: { crowd: Crowd }) => (
  <>
    {event !== undefined && (
      <>
        <Breakable>{event}</Breakable>
        {at !== undefined && (
          <>
            , <When at={at} />
          </>
        )}
        {customers !== undefined && `, concerns ${count(customers, 'customer')}`}
        {fields.length > 0 && '. '}
      </>
    )}
    {fields.map(({ name, value }, place) => (
      <span key={name} dir="auto">
        {place > 0 && ', '}
        {name}: {value}
      </span>
    ))}
  </>
);

/** What an event about everyone gave people to do, such as an outage: one entry, its list, and one answer for all who wait. */
export const CrowdPage = () => {
  const { crowd: id } = useParams({ from: '/shell/tasks/many/$crowd' });
  const { work: selected } = useSearch({ from: '/shell/tasks/many/$crowd' });
  const navigate = useNavigate();
  const query = useAnswer('readCrowd', { params: { crowd: id } }, { refetchInterval: LOOK_AGAIN });
  return (
    <Answer
      key={id}
      query={query}
      onward={{ to: '/tasks', says: 'All tasks' }}
      failed={(failure) => <Page title="Many customers">{failure}</Page>}
    >
      {(crowd) => {
        const work = crowd.work.find(({ moment }) => moment === selected) ?? crowd.work[0];
        return (
          <Page title={capital(crowd.title)} lead={<Facts crowd={crowd} />}>
            <Stack gap="md">
              <Panel title="How it stands">
                <Table
                  isPlain
                  caption="Work for these customers, and what became of it"
                  columns={COLUMNS}
                  items={crowd.work}
                  keyOf={({ moment }) => moment}
                />
              </Panel>
              {crowd.answers.length > 0 && <Answers crowd={crowd} />}
              {work && (
                <Panel title={work.title}>
                  <Stack gap="md">
                    {crowd.work.length > 1 && (
                      <Segments
                        aria-label="Which work"
                        data={crowd.work.map(({ moment, title }) => ({ value: moment, label: title }))}
                        value={work.moment}
                        onChange={(work) =>
                          void navigate({
                            to: '/tasks/many/$crowd',
                            params: { crowd: id },
                            search: { work },
                            replace: true,
                          })
                        }
                      />
                    )}
                    <CrowdAnswer crowd={id} work={work} />
                    <Text size="sm" c="dimmed">
                      What is said of all reaches each customer’s journey by itself, some at a time. Whom somebody has
                      taken stays theirs, and whoever has complained since stands in the queue by themselves.
                    </Text>
                    <CrowdPeople key={work.moment} crowd={id} moment={work.moment} />
                  </Stack>
                </Panel>
              )}
            </Stack>
          </Page>
        );
      }}
    </Answer>
  );
};
