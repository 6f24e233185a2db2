/** Port: mails as they came, each until it is taken, or for some days. */
export interface Mailbox {
  /** So much of its beginning as is read; undefined where it was taken already. */
  read(key: string): Promise<Uint8Array | undefined>;
  remove(key: string): Promise<void>;
}

/** Port: where intake takes events from. */
export type EventQueue = (envelope: Record<string, unknown>) => Promise<void>;
