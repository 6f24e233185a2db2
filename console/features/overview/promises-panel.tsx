import type { Answer as AnswerOf } from '../../../functions/api/contract/routes.ts';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { momentAddress } from '../../shared/routing/addresses.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { Go } from '../../shared/ui/go.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { number } from '../../shared/words/count.ts';

const DAYS = 30;

type Line = AnswerOf<'listPromises'>['items'][number];

const COLUMNS: Column<Line>[] = [
  { title: 'Message', kind: 'name', cell: ({ moment, title }) => <Go to={momentAddress(moment)}>{title}</Go> },
  { title: 'Promised', kind: 'number', cell: ({ made }) => number(made) },
  { title: 'Kept', kind: 'number', cell: ({ kept }) => number(kept) },
  { title: 'Broken', kind: 'number', cell: ({ broken }) => number(broken) },
  { title: 'of those, kept late', kind: 'number', cell: ({ keptLate }) => number(keptLate) },
];

/** What copy promised, and whether it was so. */
export const PromisesPanel = () => {
  const promises = useAnswer('listPromises', { query: { days: DAYS } });
  return (
    <Panel title="What we promised" about={`in ${DAYS} days`}>
      <Answer query={promises}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing was promised">
              When a message says what will happen, and by when, here stands whether it did.
            </Empty>
          ) : (
            <Table
              isPlain
              caption="Promises by message, and what became of them"
              columns={COLUMNS}
              items={items}
              keyOf={({ moment }) => moment}
            />
          )
        }
      </Answer>
    </Panel>
  );
};
