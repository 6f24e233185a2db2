/** Where a customer is, as far as it says how to read what systems write about them. */
export interface CustomerLocation {
  /** Whose midnight a bare date means. */
  zone: string;
  /** Whose numbers a phone number without `+` is one of: locales (`en-GB`, `und-GB`) and zones, the best first. */
  regions: readonly string[];
}
