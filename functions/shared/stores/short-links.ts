import type { KeptLink } from '../link.ts';

/** Port: what the codes of short links, or of addresses, stand for. */
export interface ShortLinks {
  keep(link: KeptLink): Promise<void>;
  /** The target of a code; undefined where there is none, or its time is over. */
  find(code: string): Promise<string | undefined>;
}
