import react from '@vitejs/plugin-react';
import postcssMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { browserAliases } from './worker/node/aliases.ts';

/** Where `npm start` serves the API. */
const { TACTFUL_API = 'http://localhost:4400' } = process.env;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { alias: browserAliases },
  worker: { format: 'es' },
  css: { postcss: { plugins: [postcssMantine()] } },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', reportCompressedSize: true, sourcemap: false },
  server: { port: 4410, proxy: { '/api': { target: TACTFUL_API, changeOrigin: true } } },
});
