import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './table.module.css';

export interface Column<Item> {
  title: string;
  cell: (item: Item) => ReactNode;
  /** `number` stands at the right, `name` may be long, `extra` goes where it is narrow. */
  kind?: 'number' | 'name' | 'extra';
}

export interface TableProps<Item> {
  /** For who hears it. */
  caption: string;
  columns: Column<Item>[];
  items: Item[];
  keyOf: (item: Item) => string;
  /** In a panel: without a frame of its own. */
  isPlain?: boolean;
}

const marks = (kind: Column<unknown>['kind']) => (kind ? { [`data-${kind}`]: true } : {});

/** A plain table, that scrolls by itself where it is too wide. */
export const Table = <Item,>({ caption, columns, items, keyOf, isPlain = false }: TableProps<Item>) => (
  // biome-ignore lint/a11y/useSemanticElements: it is no form; and no landmark, as the panel around it may have the same name.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too.
  <div className={isPlain ? classes.plain : classes.scroll} role="group" tabIndex={0} aria-label={caption}>
    <table className={classes.table}>
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <thead>
        <tr>
          {columns.map(({ title, kind }) => (
            <th key={title} scope="col" {...marks(kind)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)}>
            {columns.map(({ title, cell, kind }) => (
              <td key={title} {...marks(kind)}>
                {cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
