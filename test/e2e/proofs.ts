/** Something that was to be shown and was not. */
export class NotShown extends Error {
  override name = 'NotShown';
}

/** Throws NotShown where something is not as it must be. */
export const must = (holds: boolean, sentence: string): void => {
  if (!holds) throw new NotShown(sentence);
};

/** Proofs by name: each prints `ok` or `failed` when it is done, and all are counted. */
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
        print(`ok      ${name} (${took()})`);
      } catch (error) {
        failed++;
        const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        print(`failed  ${name} (${took()})\n        ${said.replaceAll('\n', '\n        ')}`);
      }
    },
    total: () => ({ passed, failed }),
  };
};

export type Proofs = ReturnType<typeof createProofs>;
