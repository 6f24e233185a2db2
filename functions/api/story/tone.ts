/** How an entry looks: what reached the customer, what was kept from them, what a person does, how they felt, the rest. */
export type Tone = 'sent' | 'held' | 'stopped' | 'person' | 'good' | 'bad' | 'plain';

export interface Words {
  tone: Tone;
  /** What happened, in a line. */
  title: string;
  /** For marketing: the reason, or what came before. */
  reason?: string;
  /** What the customer reads if they ask why. */
  because?: string;
  /** When a held message is looked at again. */
  until?: string;
}
