import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from './process.ts';
import type { Proofs } from './proofs.ts';
import { openVenv } from './venv.ts';

/** What checkov asks for and we do not do, with why. */
const ACCEPTED: Record<string, string> = {};

/** What cfn-lint asks for and we do not do, with why. */
const UNLINTED: Record<string, string> = {};

/** The templates, read by others' rules. */
export const proveTemplates = async ({ prove }: Proofs): Promise<void> => {
  const out = await mkdtemp(join(tmpdir(), 'tactful-templates-'));
  try {
    const cdk = ['node_modules/aws-cdk/bin/cdk', 'synth', '--quiet', '--output', out, '-c', 'stage=production'];
    const path = `${resolve('node_modules/.bin')}:${process.env.PATH}`;
    await run(process.execPath, cdk, { env: { ...process.env, PATH: path } });
    const program = await openVenv('lint');
    const templates = ['tactful-production', 'tactful-production-operations'].map((name) =>
      join(out, `${name}.template.json`),
    );
    await Promise.all([
      prove('cfn-lint accepts the templates', async () => {
        const ignored = Object.keys(UNLINTED).flatMap((rule) => ['--ignore-checks', rule]);
        await run(program('cfn-lint'), [...ignored, '--', ...templates]);
      }),
      prove(`checkov accepts the templates, but for ${Object.keys(ACCEPTED).length} rules with reasons`, async () => {
        const skipped = Object.keys(ACCEPTED).length > 0 ? ['--skip-check', Object.keys(ACCEPTED).join(',')] : [];
        const files = templates.flatMap((template) => ['--file', template]);
        const quiet = ['--framework', 'cloudformation', '--compact', '--quiet', '--skip-download'];
        await run(program('checkov'), [...files, ...quiet, ...skipped]);
      }),
    ]);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
};
