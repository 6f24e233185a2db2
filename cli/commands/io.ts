/** Where a command writes: results to `out`, progress and problems to `err`, a line at a time. */
export interface Io {
  out: (line: string) => void;
  err: (line: string) => void;
}
