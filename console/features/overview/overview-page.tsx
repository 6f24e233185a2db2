import { Empty } from '../../shared/ui/empty.tsx';
import { Page } from '../../shared/ui/page.tsx';

export const OverviewPage = () => (
  <Page title="Overview" lead="What became of everybody, and who waits for what">
    <Empty title="Nothing is here yet">This page is being built.</Empty>
  </Page>
);
