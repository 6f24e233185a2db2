import jsonata from 'jsonata';
import { memoizeByKey } from '../../catalogue/memoize-by-key.ts';
import type { Node } from './expression-node.ts';

/** A JSONata expression as its own parser reads it, for looking at only. Throws what that parser throws. */
export const treeOf = memoizeByKey((source): Node => jsonata(source).ast() as unknown as Node, 2000);
