import { buildSite } from '../../../infra/console/site.ts';

/** What is looked at in the browser is what is shipped, and it is not built anew while a deploy beside it reads it. */
export default (): void => {
  buildSite();
};
