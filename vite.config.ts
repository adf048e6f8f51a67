import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// What is drawn, and what has to start at once, is bundled: the page, the widget and the command line. The library isn't:
// whoever imports it has a bundler of their own, so `tsc` alone makes it.
export default defineConfig({
  root: at('src/dashboard'),
  base: './',
  plugins: [react()],
  builder: {},
  environments: {
    client: {
      build: { outDir: at('dist/dashboard'), emptyOutDir: true, license: { fileName: 'licences.md' } },
    },
    cli: {
      consumer: 'server',
      resolve: { noExternal: true, external: [], conditions: ['node', 'import', 'module', 'default', 'production'] },
      define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
      build: {
        outDir: at('dist/bin'),
        emptyOutDir: true,
        target: 'node22',
        minify: false,
        copyPublicDir: false,
        license: { fileName: 'licences.md' },
        rolldownOptions: {
          input: { touchline: at('src/cli/main.ts') },
          output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
});
