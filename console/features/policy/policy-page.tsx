import { Empty } from '../../shared/ui/empty.tsx';
import { Page } from '../../shared/ui/page.tsx';

export const PolicyPage = () => (
  <Page title="Policy" lead="Quiet hours, caps, moods: what holds for every journey">
    <Empty title="Nothing is here yet">This page is being built.</Empty>
  </Page>
);
