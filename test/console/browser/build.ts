import { execFileSync } from 'node:child_process';

/** What is looked at in the browser is what is shipped: in a process of its own, as that of a test would build it for development. */
export default (): void => {
  execFileSync('node_modules/.bin/vite', ['build', '--config', 'console/vite.config.ts', '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
};
