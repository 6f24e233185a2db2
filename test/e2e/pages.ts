import { must } from './proofs.ts';
import type { Stage } from './stage.ts';

/** A page of ours. The host of an API is a name that only AWS's DNS knows; the loopback takes it in the path. */
export const openPage = (stage: Stage, link: string, init: RequestInit = {}): Promise<Response> => {
  const { host, pathname, search } = new URL(link);
  return fetch(`${stage.endpoint}/_aws/execute-api/${host.split('.')[0]}/$default${pathname}${search}`, init);
};

/** The page that a form of ours answers with. */
export const press = async (stage: Stage, link: string, fields: Record<string, string>): Promise<string> => {
  const answer = await openPage(stage, link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  const page = await answer.text();
  must(answer.ok, `The page answered ${answer.status}: ${page.slice(0, 300)}`);
  return page;
};
