import { fileURLToPath } from 'node:url';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Node's modules that the product's plain TypeScript uses, and what stands for them in a browser. For Vite's config. */
export const browserAliases: Record<string, string> = {
  'node:crypto': here('./crypto.ts'),
  'node:zlib': here('./zlib.ts'),
};
