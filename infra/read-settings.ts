import { nearest } from '../language/read/yaml/lookup.ts';
import { ADDRESS, GivenSettings, type Settings } from './settings.ts';

export class SettingsInvalid extends Error {
  override name = 'SettingsInvalid';
}

/** Stages that may be thrown away with all that is in them, also with more after a hyphen. Any other name is kept: `device` is no `dev`. */
const THROWAWAY = /^(dev|test|sandbox|e2e|preview)(-.*)?$/;

/** Domains that belong to nobody (RFC 2606), so that no mail comes from them. */
const NOBODYS = /(^|\.)(example\.(com|net|org)|example|invalid|localhost|test)$/i;

/** Of a hundred customers of a stage that is kept: enough to see how a draft would have gone, and little to keep. */
const PAST_SHARE_KEPT = 5;

const NAMES = Object.keys(GivenSettings.shape);

/** How a person gives the settings of these names. */
type Giving = (...names: string[]) => string;

const shown = (value: unknown): string => JSON.stringify(value) ?? 'missing';

const checkSettings = (given: Record<string, unknown>, giving: Giving): Settings => {
  // Of what no setting has a sentence for: null, or true of a name without a value.
  const read = GivenSettings.safeParse(given, { error: () => 'give a text, or leave it out' });
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${name} is ${shown(given[name])}: ${message}, ${giving(name)}`;
    });
    throw new SettingsInvalid(lines.join('\n'));
  }
  const { stage, busName, sender } = read.data;
  const [, address = '', domain = ''] = ADDRESS.exec(sender) ?? [];
  const prefix = `tactful-${stage}`;
  const kept = !THROWAWAY.test(stage);
  const { pastShare = kept ? PAST_SHARE_KEPT : 100 } = read.data;
  const settings = { ...read.data, pastShare, prefix, ownBus: busName ?? prefix, address, domain, kept };
  const mismatch = mismatchIn(settings, giving);
  if (mismatch !== undefined) throw new SettingsInvalid(mismatch);
  return settings;
};

/** What is wrong with settings that are good one by one. */
const mismatchIn = (settings: Settings, giving: Giving): string | undefined => {
  const { stage, sender, kept, domain, mailFrom, linkDomain, linkCertificate, inboundDomain, inboundRuleSet } =
    settings;
  if (kept && NOBODYS.test(domain)) {
    return `sender is ${shown(sender)}, and ${domain} belongs to nobody: the stage ${stage} is kept, so give it the address that its messages come from, ${giving('sender')}`;
  }
  if (mailFrom !== undefined && !mailFrom.endsWith(`.${domain}`)) {
    return `mailFrom is ${shown(mailFrom)}, which is not below ${domain}, the domain of the sender: give one such as bounces.${domain}, ${giving('mailFrom')}`;
  }
  if (inboundRuleSet !== undefined && inboundDomain === undefined) {
    return `inboundRuleSet is ${shown(inboundRuleSet)}, and nothing says where mails come in: give inboundDomain too, or neither, ${giving('inboundDomain')}`;
  }
  if (inboundDomain !== undefined && inboundDomain === mailFrom) {
    return `inboundDomain and mailFrom are both ${shown(mailFrom)}, and each needs an MX record of its own: give another name, ${giving('inboundDomain')}`;
  }
  if ((linkDomain === undefined) !== (linkCertificate === undefined))
    return `linkDomain is ${shown(linkDomain)} and linkCertificate ${shown(linkCertificate)}: give both, or neither, ${giving('linkDomain', 'linkCertificate')}`;
  return deskMismatchIn(settings, giving);
};

/** Whether what each desk needs is given, and nothing that only another has. */
const deskMismatchIn = (settings: Settings, giving: Giving): string | undefined => {
  const { desk, deskUrl, deskTicketType, deskInstance, deskFlow } = settings;
  const hasUrl = desk !== undefined && desk !== 'connect';
  if (hasUrl !== (deskUrl !== undefined))
    return desk === 'connect'
      ? `desk is "connect" and deskUrl ${shown(deskUrl)}: AWS knows where Amazon Connect is, so leave deskUrl out, ${giving('deskUrl')}`
      : `desk is ${shown(desk)} and deskUrl ${shown(deskUrl)}: give both, or neither, ${giving('desk', 'deskUrl')}`;
  if ((desk === 'intercom') !== (deskTicketType !== undefined))
    return `desk is ${shown(desk)} and deskTicketType ${shown(deskTicketType)}: Intercom needs one and no other desk has any, ${giving('deskTicketType')}`;
  if ([deskInstance, deskFlow].some((each) => (each !== undefined) !== (desk === 'connect')))
    return `desk is ${shown(desk)}, deskInstance ${shown(deskInstance)} and deskFlow ${shown(deskFlow)}: Amazon Connect needs both and no other desk has any, ${giving('deskInstance', 'deskFlow')}`;
  return undefined;
};

/** The settings that a program gives to the construct. Throws SettingsInvalid. */
export const settingsOf = (given: GivenSettings): Settings =>
  checkSettings({ ...given }, () => 'in the props of Tactful');

/** A name in the context is anybody's, but for one that nobody reads and that is nearly ours. */
const refuseMisspelt = (names: readonly string[], giving: Giving): void => {
  for (const name of names) {
    const meant = NAMES.includes(name) ? undefined : nearest(name, NAMES);
    if (meant !== undefined)
      throw new SettingsInvalid(`${name} is no setting: did you mean ${meant}? Give that one ${giving(meant)}`);
  }
};

/** Reads the settings from a source of context values, such as `app.node.tryGetContext`, and of their names. Throws SettingsInvalid. */
export const readSettings = (contextOf: (name: string) => unknown, names: readonly string[] = []): Settings => {
  const giving: Giving = (...own) => `in cdk.json's "context" or by ${own.map((name) => `-c ${name}=…`).join(' ')}`;
  refuseMisspelt(names, giving);
  return checkSettings(Object.fromEntries(NAMES.map((name) => [name, contextOf(name)])), giving);
};
