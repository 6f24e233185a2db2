import { type Token, TypeGuards } from 'liquidjs';

export interface LiquidName {
  root: string;
  name: string;
  /** `event.plan`. */
  full: string;
}

/** `event.plan`, `customer.plan` or `with.plan`; undefined for any other token. */
export const nameOf = (token: Token): LiquidName | undefined => {
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return undefined;
  const [root, name, deeper] = token.props;
  if (!root || !name || deeper || !TypeGuards.isWordToken(root) || !TypeGuards.isWordToken(name)) return undefined;
  if (!['event', 'customer', 'with'].includes(root.content)) return undefined;
  return { root: root.content, name: name.content, full: `${root.content}.${name.content}` };
};
