import type { Machine } from '../../../language/compile/asl.ts';

/** Port: the machines of a stage. */
export interface Machines {
  /** Makes them what they are to be, and waits until they are; answers the journeys whose machines that changed. Throws MachinesRefused. */
  put(machines: Record<string, Machine>): Promise<{ changed: string[] }>;
  /** Takes all of them away. */
  remove(): Promise<void>;
}

/** AWS did not take the machines. Those of before are there. */
export class MachinesRefused extends Error {
  override name = 'MachinesRefused';
}
