import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compiledName } from './src/cli/compiled.ts';
import { load } from './src/scenario/load.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Reads the flagship once for everybody: see `src/cli/compiled.ts`. */
const compiledFlagship = (): Plugin => ({
  name: 'compiled-flagship',
  applyToEnvironment: ({ name }) => name === 'cli',
  generateBundle() {
    const file = at('scenarios/atalanta-dortmund.yaml');
    const text = readFileSync(file, 'utf8');
    const loaded = load(text, file);
    if (!loaded.ok) throw new Error(loaded.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
    const { title, recording, claims } = loaded.scenario;
    const source = JSON.stringify({ title, recording, claims });
    this.emitFile({ type: 'asset', fileName: compiledName(text), source });
  },
});

/** In a checkout `npx touchline` runs the file itself; npm makes it executable only where it installs a package. */
const executable = (): Plugin => ({
  name: 'executable',
  applyToEnvironment: ({ name }) => name === 'cli',
  writeBundle({ dir = '' }) {
    chmodSync(join(dir, 'touchline.js'), 0o755);
  },
});

/** What TypeScript is told of the element: the widget is bundled, so `tsc` doesn't come by. */
const widgetTypes = (): Plugin => ({
  name: 'widget-types',
  applyToEnvironment: ({ name }) => name === 'widget',
  generateBundle() {
    const fileName = 'touchline-score.d.ts';
    this.emitFile({ type: 'asset', fileName, source: readFileSync(at(`src/widget/${fileName}`), 'utf8') });
  },
});

// What is drawn, and what has to start at once, is bundled: the page, the widget and the command line. The library isn't:
// whoever imports it has a bundler of their own, so `tsc` alone makes it.
export default defineConfig({
  root: at('src/dashboard'),
  base: './',
  // For Node it names its CommonJS files, of which a bundle can leave out nothing.
  resolve: { alias: [{ find: /^rxjs$/, replacement: at('node_modules/rxjs/dist/esm/index.js') }] },
  plugins: [react(), compiledFlagship(), executable(), widgetTypes()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: at('dist/dashboard'),
        emptyOutDir: true,
        // The server lets a page have nothing from `data:` but pictures.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        license: { fileName: 'licences.md' },
      },
    },
    widget: {
      consumer: 'client',
      build: {
        outDir: at('dist/widget'),
        emptyOutDir: true,
        copyPublicDir: false,
        lib: { entry: at('src/widget/touchline-score.ts'), formats: ['es'], fileName: () => 'touchline-score.js' },
        rolldownOptions: { output: { minify: true } },
      },
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
