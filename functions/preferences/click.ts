import type { Context } from 'hono';
import { decisionId } from '../../core/customer/decision-id.ts';
import { mayMeasure } from '../shared/measuring.ts';
import { type ClaimOf, claimOf, NothingHere, type PreferencesDeps } from './deps.ts';

/** What looks at links without being asked to by a person: scanners of mail, previews, crawlers, programs. */
const MACHINES =
  /bot\b|crawl|spider|slurp|preview|scan|proofpoint|barracuda|mimecast|messagelabs|fireeye|trendmicro|imageproxy|facebookexternalhit|whatsapp|headless|curl|wget|python|go-http|okhttp|java\/|libwww|axios|node-fetch|undici/i;

const AHEAD = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'];

/** Whether a request says that no person made it. One that hides that is counted: the number is the most that it can be. */
const isByMachine = (c: Context): boolean => {
  const agent = c.req.header('user-agent') ?? '';
  const isAhead = AHEAD.some((name) => /prefetch|preview|prerender/i.test(c.req.header(name) ?? ''));
  return c.req.method !== 'GET' || agent === '' || MACHINES.test(agent) || isAhead;
};

const tell = async (deps: PreferencesDeps, claim: ClaimOf<'click'>): Promise<void> => {
  const state = await deps.load(claim.customer);
  // Whoever was erased is nobody, and must not be known again by a link.
  if (!state || state.erased !== undefined || !mayMeasure(state, deps.catalogue.policy)) return;
  const { moment, url } = claim;
  const detail = { customerId: state.id, channel: 'email', decision: decisionId(claim), moment, link: url };
  await deps.publish([{ type: 'message.clicked', detail }]);
  deps.count('LinkFollowed');
};

/** Leads where a link of an email leads, and tells that it was opened. Nobody is kept from there by what fails here. */
export const openLink = (deps: PreferencesDeps) => async (c: Context) => {
  const claim = await claimOf(deps, c, 'click');
  // What we sealed is an address of the web: this is no way to anything else.
  if (!/^https?:/i.test(claim.url)) throw new NothingHere();
  if (!isByMachine(c)) await tell(deps, claim).catch(deps.report);
  return c.redirect(new URL(claim.url).href, 302);
};
