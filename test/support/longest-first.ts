import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest though it is short to read: begun last, one core would wait for it at the end. */
const LONG = [
  'test/storm/storms.test.ts',
  'test/cli/commands/start.test.ts',
  'test/simulator/quarter.test.ts',
  'test/infra/bundle.test.ts',
  'test/functions/api/local.test.ts',
  'test/storm/bad-days.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((file) => moduleId.endsWith(file));
  return at < 0 ? LONG.length : at;
};

/** The order of test files: those that are known to be long, then as vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => placeOf(one) - placeOf(other));
  }
}
