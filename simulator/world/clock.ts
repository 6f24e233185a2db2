/** Virtual time, in milliseconds: it stands until it is moved. */
export interface Clock {
  now: number;
}
