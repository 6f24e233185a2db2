/** Where things end that could not be taken. */
export const PLACES = ['rejects', 'intake', 'inbound', 'stream'] as const;
export type PlaceName = (typeof PLACES)[number];
