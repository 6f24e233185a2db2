export const NOW = '2026-03-12T10:24:00.000Z';

const DAY = 86_400_000;

/** So many days from now, at that hour. */
export const at = (days: number, hour = 9, minute = 0): string =>
  new Date(Date.parse(NOW) + days * DAY + (hour - 10) * 3_600_000 + (minute - 24) * 60_000).toISOString();
