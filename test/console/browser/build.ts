import { build } from 'vite';

/** What is looked at in the browser is what is shipped. */
export default async (): Promise<void> => {
  await build({ configFile: 'console/vite.config.ts', logLevel: 'warn' });
};
