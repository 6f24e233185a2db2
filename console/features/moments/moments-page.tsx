import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { MomentSummary } from '../../../functions/api/contract/moments.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { journeyAddress, momentAddress } from '../../shared/routing/addresses.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { number } from '../../shared/words/count.ts';
import classes from './moments.module.css';

const isUnused = ({ uses, isOnlyInstead }: MomentSummary): boolean => uses.length === 0 && !isOnlyInstead;

const COLUMNS: Column<MomentSummary>[] = [
  {
    title: 'Moment',
    kind: 'name',
    cell: (line) => (
      <>
        <Go to={momentAddress(line.moment)}>{line.title ?? line.moment}</Go>{' '}
        {isUnused(line) && <Badge tone="wait">no journey sends it</Badge>}
        {line.about && <p className={classes.about}>{line.about}</p>}
      </>
    ),
  },
  { title: 'Channels', cell: ({ channels }) => channels.join(', ') },
  {
    title: 'Languages',
    kind: 'extra',
    cell: ({ languages }) => languages.map((each) => (each === 'default' ? 'main' : each)).join(', '),
  },
  {
    title: 'Sent by',
    cell: ({ uses, isOnlyInstead }) =>
      uses.length === 0
        ? isOnlyInstead
          ? 'in place of others'
          : '–'
        : [...new Map(uses.map((use) => [use.journey, use.title]))].map(([journey, title]) => (
            <span key={journey} className={classes.use}>
              <Go to={journeyAddress(journey)}>{title}</Go>
            </span>
          )),
  },
  { title: 'Sent in 7 days', kind: 'number', cell: ({ week }) => number(week.sent) },
  { title: 'Not sent', kind: 'number', cell: ({ week }) => number(week.suppressed) },
];

/** All moments that are published, where they are used, and which are not. */
export const MomentsPage = () => {
  const query = useAnswer('listMoments', {});
  const [which, setWhich] = useState('all');
  return (
    <Page
      title="Moments"
      lead="What customers read, and what colleagues are asked."
      actions={
        <SegmentedControl
          aria-label="Which"
          value={which}
          onChange={setWhich}
          data={[
            { value: 'all', label: 'All' },
            { value: 'unused', label: 'Unused' },
          ]}
        />
      }
    >
      <Answer query={query}>
        {({ items }) => {
          const moments = which === 'unused' ? items.filter(isUnused) : items;
          return moments.length === 0 ? (
            <Empty title={which === 'unused' ? 'Every moment is used' : 'There are no moments yet'}>
              Begin one in the draft.
            </Empty>
          ) : (
            <Table caption="Moments" columns={COLUMNS} items={moments} keyOf={({ moment }) => moment} />
          );
        }}
      </Answer>
    </Page>
  );
};
