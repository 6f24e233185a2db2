import { Empty } from '../../shared/ui/empty.tsx';
import { Page } from '../../shared/ui/page.tsx';

export const AuditPage = () => (
  <Page title="Audit" lead="Who did what, and when">
    <Empty title="Nothing is here yet">This page is being built.</Empty>
  </Page>
);
