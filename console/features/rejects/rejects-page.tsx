import { Empty } from '../../shared/ui/empty.tsx';
import { Page } from '../../shared/ui/page.tsx';

export const RejectsPage = () => (
  <Page title="Not taken" lead="Events that were refused, and why">
    <Empty title="Nothing is here yet">This page is being built.</Empty>
  </Page>
);
