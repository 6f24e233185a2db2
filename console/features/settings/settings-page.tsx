import { Empty } from '../../shared/ui/empty.tsx';
import { Page } from '../../shared/ui/page.tsx';

export const SettingsPage = () => (
  <Page title="Settings" lead="Who you are, this stage, its channels">
    <Empty title="Nothing is here yet">This page is being built.</Empty>
  </Page>
);
