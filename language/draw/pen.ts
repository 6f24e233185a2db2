/** A box, and the brackets that give it its form in Mermaid. */
export interface Box {
  text: string;
  form: readonly [string, string];
}

export const BOX = ['[', ']'] as const;
export const ROUND = ['([', '])'] as const;
export const DIAMOND = ['{', '}'] as const;
export const SLANTED = ['[/', '/]'] as const;

/** A box that the next one follows, and what stands on the arrow. */
export interface Open {
  from: string;
  label?: string;
}

/** What stands in a box: Mermaid takes quotes as entities. */
const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`;

export interface Pen {
  lines: string[];
  /** Draws a box with arrows from what is open, and answers its name. */
  box(box: Box, from: readonly Open[]): string;
  arrow(open: Open, to: string): void;
}

export const createPen = (): Pen => {
  const lines: string[] = [];
  let boxes = 0;
  const arrow = ({ from, label }: Open, to: string): void => {
    lines.push(label === undefined ? `  ${from} --> ${to}` : `  ${from} -- ${quoted(label)} --> ${to}`);
  };
  return {
    lines,
    arrow,
    box: ({ text, form: [left, right] }, from) => {
      const name = `s${boxes++}`;
      lines.push(`  ${name}${left}${quoted(text)}${right}`);
      for (const open of from) arrow(open, name);
      return name;
    },
  };
};
