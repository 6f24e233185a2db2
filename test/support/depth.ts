const { TEST_DEPTH = '1' } = process.env;

/** How often a property is tried: so often in `npm test`, and many times that in `npm run test:deep`. */
export const runs = (usual: number): number => usual * Number(TEST_DEPTH);
