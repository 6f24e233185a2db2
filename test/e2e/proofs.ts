/** Something that was to be shown and was not. */
export class NotShown extends Error {
  override name = 'NotShown';
}

/** Throws NotShown where something is not as it must be. */
export const must = (holds: boolean, sentence: string): void => {
  if (!holds) throw new NotShown(sentence);
};

/** When a line is printed, in seconds since this process began. */
export const clock = (): string => `${(performance.now() / 1000).toFixed(1).padStart(7)} s`;

/** Proofs by name: each prints `ok` or `failed` when it is done, at which second, and how long it took; all are counted. */
export const createProofs = (print: (line: string) => void) => {
  let passed = 0;
  let failed = 0;
  return {
    prove: async (name: string, show: () => Promise<void>): Promise<void> => {
      const began = performance.now();
      const took = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
      try {
        await show();
        passed++;
        print(`${clock()}  ok      ${name} (${took()})`);
      } catch (error) {
        failed++;
        const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        print(`${clock()}  failed  ${name} (${took()})\n        ${message.replaceAll('\n', '\n        ')}`);
      }
    },
    total: () => ({ passed, failed }),
  };
};

export type Proofs = ReturnType<typeof createProofs>;
