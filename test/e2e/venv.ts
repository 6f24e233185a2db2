import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './process.ts';

/** Sets of PyPI packages that the run needs, pinned. */
const PACKAGES = {
  // Without cryptography it signs no tokens, and then every call of the console is 401.
  loopback: ['ministack==1.5.33', 'cryptography==50.0.2'],
  fuzz: ['schemathesis==4.32.5'],
  lint: ['cfn-lint==1.58.0', 'checkov==3.2.459'],
};

/** Python packages of our own, made once and kept beside the project; answers the path of one of their programs. */
export const openVenv = async (name: keyof typeof PACKAGES): Promise<(program: string) => string> => {
  const venv = join('.venv', name);
  const mark = join(venv, 'made-of');
  const packages = PACKAGES[name].join('\n');
  const installedPackages = existsSync(mark) ? await readFile(mark, 'utf8') : '';
  if (installedPackages !== packages) {
    await rm(venv, { recursive: true, force: true });
    await run('python3', ['-m', 'venv', venv]);
    const patiently = ['--retries', '10', '--timeout', '60'];
    await run(join(venv, 'bin/pip'), [
      'install',
      '--quiet',
      '--disable-pip-version-check',
      ...patiently,
      ...PACKAGES[name],
    ]);
    await writeFile(mark, packages);
  }
  return (program) => join(venv, 'bin', program);
};
