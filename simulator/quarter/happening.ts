export const START = Date.UTC(2026, 6, 1);
export const END = Date.UTC(2026, 9, 1);

/** Something a production system tells about one customer. Instants are milliseconds since 1970. */
export interface Happening {
  at: number;
  type: string;
  customerId: string;
  detail: Record<string, string | number>;
}

/** `2026-07-01T08:30:00Z`: production systems here count in seconds. */
export const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
