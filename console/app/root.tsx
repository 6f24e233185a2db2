import { Anchor } from '@mantine/core';
import { type ErrorComponentProps, Link, Outlet } from '@tanstack/react-router';
import { Empty } from '../shared/ui/empty.tsx';
import { Failure } from '../shared/ui/failure.tsx';
import { OldAnswersProvider } from '../shared/ui/outdated.tsx';
import { Page } from '../shared/ui/page.tsx';

export const Root = () => (
  <OldAnswersProvider>
    <Outlet />
  </OldAnswersProvider>
);

/** Of an address that nobody has. */
export const Lost = () => (
  <Page title="No such page">
    <Empty
      title="Nothing has this address"
      action={
        <Anchor component={Link} to="/">
          Go to the overview
        </Anchor>
      }
    >
      It may have been retired, or written wrongly.
    </Empty>
  </Page>
);

/** Of a page that broke. */
export const Broken = ({ error, reset }: ErrorComponentProps) => (
  <Page title="This page broke">
    <Failure error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
  </Page>
);
