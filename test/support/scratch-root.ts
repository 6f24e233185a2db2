import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Scratch folders of a whole run lie in one, which goes when the run ends, however its workers do. */
export const setup = () => {
  const root = mkdtempSync(join(tmpdir(), 'tactful-tests-'));
  process.env.TMPDIR = root;
  return () => rmSync(root, { recursive: true, force: true });
};
