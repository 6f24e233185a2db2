export interface DiffLine {
  text: string;
  change: 'same' | 'gone' | 'new';
}

/** Longest common runs of lines, by the table of Wagner and Fischer. */
const table = (a: readonly string[], b: readonly string[]): number[][] => {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
};

/** Two texts side by side: on the left what is gone, on the right what is new. */
export const sideBySide = (before: string, after: string): { left: DiffLine[]; right: DiffLine[] } => {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const lengths = table(a, b);
  const left: DiffLine[] = [];
  const right: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      left.push({ text: a[i++]!, change: 'same' });
      right.push({ text: b[j++]!, change: 'same' });
    } else if (j < b.length && (i >= a.length || lengths[i]![j + 1]! >= lengths[i + 1]![j]!))
      right.push({ text: b[j++]!, change: 'new' });
    else left.push({ text: a[i++]!, change: 'gone' });
  }
  return { left, right };
};
