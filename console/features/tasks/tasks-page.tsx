import { Empty } from '../../shared/ui/empty.tsx';
import { Page } from '../../shared/ui/page.tsx';

export const TasksPage = () => (
  <Page title="Tasks" lead="What people are asked to do for customers">
    <Empty title="Nothing is here yet">This page is being built.</Empty>
  </Page>
);
