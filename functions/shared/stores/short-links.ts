import type { ShortLink } from '../link.ts';

/** Port: what short links stand for. */
export interface ShortLinks {
  keep(link: ShortLink): Promise<void>;
  /** The target of a code; undefined where there is none, or its time is over. */
  find(code: string): Promise<string | undefined>;
}
