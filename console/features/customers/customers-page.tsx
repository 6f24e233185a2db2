import { Empty } from '../../shared/ui/empty.tsx';
import { Page } from '../../shared/ui/page.tsx';

export const CustomersPage = () => (
  <Page title="Customers" lead="Find somebody, and see their story">
    <Empty title="Nothing is here yet">This page is being built.</Empty>
  </Page>
);
