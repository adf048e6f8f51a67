import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// An install takes as long as the registry does.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ROOT = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** An empty folder of somebody else's, where the package was installed from what `npm pack` made. */
let folder: string;
let packed: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'touchline-package-'));
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
  });
  const [{ filename, files }] = packsIn(stdout);
  packed = files.map(({ path }) => path);
  await run('npm', ['init', '--yes'], { cwd: folder });
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('npm', ['install', ...options, join(folder, filename)], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Packs = [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }];

/** A list of packs, or, from npm 12 on, packs by name. */
const packsIn = (json: string): Packs => Object.values(JSON.parse(json)) as Packs;

test('somebody who installs it can play the flagship with npx', async () => {
  const { stdout } = await run('npx', ['--no-install', 'touchline', 'play', '--format', 'text', '--speed', 'max'], {
    cwd: folder,
  });
  expect(stdout).toContain('Full time: Atalanta 4–1 Dortmund. Atalanta go through.');
  expect(stdout).toContain('Aggregate  4–3');
});

test('somebody who installs it can import each of its entry points', async () => {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { exports: object };
  const names = Object.keys(exports).filter((name) => name !== './package.json');
  const code = names.map((name) => `await import('touchline${name.slice(1)}');`).join('\n');
  // The widget is for pages: there is no HTMLElement here, and it must say nothing of it.
  const { stderr } = await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: folder });
  expect(stderr).toBe('');
});

test('the package holds what it takes to run, and nothing of the workshop', () => {
  const roots = new Set(packed.map((path) => path.split('/')[0]));
  expect([...roots].sort()).toEqual(
    ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'dist', 'docs', 'package.json', 'scenarios'].sort(),
  );
  expect(packed).toContain('dist/dashboard/index.html');
  expect(packed).toContain('dist/bin/licences.md');
  const scenarios = readdirSync(join(ROOT, 'scenarios'), { recursive: true, encoding: 'utf8' });
  expect(packed.filter((path) => path.endsWith('.yaml')).length).toBe(
    scenarios.filter((path) => path.endsWith('.yaml')).length,
  );
});
