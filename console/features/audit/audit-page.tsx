import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { AuditLine } from '../../../functions/api/contract/stage.ts';
import { useClient } from '../../shared/api/client-context.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { SavedViews } from '../../shared/saved/saved-views.tsx';
import { When } from '../../shared/time/when.tsx';
import { Answer } from '../../shared/ui/answer.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import { Breakable } from '../../shared/ui/breakable.tsx';
import { Empty } from '../../shared/ui/empty.tsx';
import { More } from '../../shared/ui/more.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { type Column, Table } from '../../shared/ui/table.tsx';
import { actInWords, asText } from './acts.ts';
import classes from './audit.module.css';

const OUTCOMES = {
  done: undefined,
  refused: <Badge tone="wait">refused</Badge>,
  failed: <Badge tone="bad">failed</Badge>,
};

const VOUCHED = { 'sign-in': 'signed in', iam: 'by IAM', nobody: 'nobody vouches for it' };

const KINDS = [
  { value: '', label: 'anything' },
  ...['journey', 'customer', 'version', 'draft', 'file', 'moment', 'place', 'keys', 'shelf', 'broadcast'].map(
    (kind) => ({
      value: kind,
      label: `a ${kind}`,
    }),
  ),
];

const COLUMNS: Column<AuditLine>[] = [
  { title: 'When', cell: ({ at }) => <When at={at} /> },
  {
    title: 'Who',
    kind: 'name',
    cell: ({ who: { name, vouched }, right }) => (
      <>
        <Breakable>{name}</Breakable>
        <div className={classes.soft}>
          as {right}, {VOUCHED[vouched]}
        </div>
      </>
    ),
  },
  {
    title: 'What',
    kind: 'name',
    cell: ({ act, subject, given, outcome }) => (
      <>
        {actInWords(act)} {OUTCOMES[outcome]}
        <div className={classes.soft}>
          {subject && <Breakable>{`${subject.kind} ${subject.id}`}</Breakable>}
          {given !== undefined && <div>{asText(given)}</div>}
        </div>
      </>
    ),
  },
  {
    title: 'Before and after',
    kind: 'extra',
    cell: ({ before, after }) => (
      <bdi className={classes.change}>
        {[before, after]
          .filter((one) => one !== undefined)
          .map(asText)
          .join(' → ')}
      </bdi>
    ),
  },
];

type Narrowed = { kind?: string; subject?: string };

const Filter = ({ search, narrow }: { search: Narrowed; narrow: (next: Record<string, string>) => void }) => {
  const [kind, setKind] = useState(search.kind ?? '');
  const [subject, setSubject] = useState(search.subject ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const id = subject.trim();
    narrow(kind === '' || id === '' ? {} : { kind, subject: id });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="All that was done to"
          data={KINDS}
          value={kind}
          onChange={({ currentTarget: { value } }) => setKind(value)}
        />
        <TextInput
          label="Its name"
          placeholder="Such as renewal"
          disabled={kind === ''}
          value={subject}
          onChange={({ currentTarget: { value } }) => setSubject(value)}
        />
        <Button type="submit" variant="default">
          Look
        </Button>
      </Group>
    </form>
  );
};

/** Who did what, the newest first; it is kept apart from customers' data and outlives an erasure. */
export const AuditPage = () => {
  const search = useSearch({ from: '/shell/audit' });
  const navigate = useNavigate();
  const client = useClient();
  const narrow = (next: Record<string, string>) => void navigate({ to: '/audit', search: next, replace: true });
  const pages = usePages('listAudit', search, (after) => client('listAudit', { query: { ...search, after } }));
  return (
    <Page title="Audit" lead="Every act of somebody here: who, when, what, before and after.">
      <Stack gap="sm" align="flex-start">
        <Filter key={JSON.stringify(search)} search={search} narrow={narrow} />
        <SavedViews page="audit" search={{ ...search }} open={narrow} />
      </Stack>
      <Answer query={pages}>
        {(items) =>
          items.length === 0 && search.kind !== undefined ? (
            <Empty title="Nothing was done to it">Look whether its name is spelled as it is everywhere else.</Empty>
          ) : items.length === 0 ? (
            <Empty title="Nobody did anything yet">
              Pause a journey, publish, or note something about a customer: it stands here then.
            </Empty>
          ) : (
            <Stack gap="md">
              <Table caption="What was done" columns={COLUMNS} items={items} keyOf={({ id }) => id} />
              <More {...pages} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
};
