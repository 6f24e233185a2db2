/** What a template may read. */
export interface Scope {
  event: Record<string, unknown>;
  customer: Record<string, unknown>;
  with: Record<string, unknown>;
}
