import { digest } from '../../core/hash.ts';
import type { Machine } from '../../language/compile/asl.ts';

/** The machines of journeys: an execution keeps the one it started with, whatever is deployed after it. */
export interface Definitions {
  /** The name under which an execution of this journey keeps its machine; undefined where the journey has none. */
  current(journey: string): string | undefined;
  get(name: string): Machine;
}

/** Texts by name, for the next process. */
interface Texts {
  set(name: string, text: string): void;
  get(name: string): string | undefined;
}

/** Machines by their names; what earlier processes put is found among the texts. */
export const createDefinitions = (machines: Record<string, Machine>, texts: Texts): Definitions => {
  const loaded = new Map<string, Machine>();
  const names = new Map<string, string>();
  for (const [journey, machine] of Object.entries(machines)) {
    const text = JSON.stringify(machine);
    const name = `${journey}:${digest([text], 12)}`;
    texts.set(name, text);
    loaded.set(name, machine);
    names.set(journey, name);
  }
  return {
    current: (journey) => names.get(journey),
    get: (name) => {
      const known = loaded.get(name) ?? (JSON.parse(texts.get(name) as string) as Machine);
      loaded.set(name, known);
      return known;
    },
  };
};
