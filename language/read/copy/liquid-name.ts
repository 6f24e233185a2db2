import { type Token, TypeGuards } from 'liquidjs';

export interface LiquidName {
  root: string;
  name: string;
  /** Of a thing in a list: its field. */
  field?: string;
  /** As it is written: `event.plan`, `item.price`. */
  full: string;
}

/** What `{% for item in event.items %}` calls each thing, and the list that it is in. */
export type Loops = ReadonlyMap<string, { root: string; name: string }>;

export const NO_LOOPS: Loops = new Map();

/** `event.plan`, `customer.plan`, `with.plan` or `gesture.title`, or `item.price` within a loop; undefined for any other token. */
export const nameOf = (token: Token, loops: Loops): LiquidName | undefined => {
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return undefined;
  const [root, name, deeper] = token.props;
  if (!root || !name || deeper || !TypeGuards.isWordToken(root) || !TypeGuards.isWordToken(name)) return undefined;
  const full = `${root.content}.${name.content}`;
  const list = loops.get(root.content);
  if (list) return { ...list, field: name.content, full };
  if (!['event', 'customer', 'with', 'gesture'].includes(root.content)) return undefined;
  return { root: root.content, name: name.content, full };
};

const OF_LOOPS = ['first', 'last', 'index', 'index0', 'rindex', 'rindex0', 'length'];

/** `forloop.last`, which says where in its list a loop is. */
export const isOfLoop = (token: Token, loops: Loops): boolean => {
  if (loops.size === 0 || !TypeGuards.isPropertyAccessToken(token)) return false;
  const [root, name, deeper] = token.props;
  if (!root || !name || deeper || !TypeGuards.isWordToken(root) || !TypeGuards.isWordToken(name)) return false;
  return root.content === 'forloop' && OF_LOOPS.includes(name.content);
};
