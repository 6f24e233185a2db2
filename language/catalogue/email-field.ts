/** As mail has it: `Ada Lovelace <ada@example.com>`. */
const NAMED = /^[^<>@]*<([^<>\s]+)>$/;
/** In words of any script, with dots between them. */
const LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[\p{L}\p{N}\p{M}.\u3002-]+$/u;
/** A domain as DNS knows it: `рф` at its end is `xn--p1ai`. */
export const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])$/;
/** RFC 5321, in bytes. */
const LONGEST = 254;

/** A domain as DNS knows it: `münchen.example` is `xn--mnchen-3ya.example`. */
const domainOf = (domain: string): string =>
  DOMAIN.test(domain) ? (URL.parse(`http://${domain}`)?.hostname ?? '') : '';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** An address as it is written to: also one in other scripts than Latin. */
export const readEmail = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  const address = (NAMED.exec(value)?.[1] ?? value).replace(/^mailto:/i, '').normalize('NFC');
  const at = address.lastIndexOf('@');
  if (at < 1) return undefined;
  const [local, domain] = [address.slice(0, at), domainOf(address.slice(at + 1))];
  const canonical = `${local}@${domain}`;
  return LOCAL.test(local) && HOST.test(domain) && bytes(canonical) <= LONGEST ? canonical : undefined;
};
