/** Port: who asked for a theme. It lags behind commits by up to a minute and a half: whoever tells somebody reads their item too. */
export interface Askers {
  /** Those after an id, or the first, in an order that does not change: so many at most. `next`, if there may be more, is where to go on. */
  page(theme: string, after: string | undefined, count: number): Promise<{ customers: string[]; next?: string }>;
  /** How many there are. */
  count(theme: string): Promise<number>;
}
