import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { loadScenario, replay, view } from '../src/index.ts';
import { load } from '../src/scenario/load.ts';
import { run } from '../src/scenario/run.ts';
import { type Server, serve } from '../src/server/server.ts';
import { showingOf } from '../src/server/showing.ts';

const README = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

const snippets = (language: string): string[] =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code]) => code ?? '');

let server: Server | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

test('the two set-up commands stand in it', () => {
  expect(snippets('sh')[0]).toMatch(/^npm ci && npm start .*\nnpm ci && npm test/);
});

test('the client in it, run as it stands, follows a showing to its end', async () => {
  const showing = showingOf('atalanta-dortmund', await loadScenario('atalanta-dortmund'), { speed: 20_000 });
  server = await serve([showing]);
  const code = (snippets('js')[0] ?? '').replace('ws://127.0.0.1:8484/', server.url);
  const seen: string[] = [];
  const sockets: WebSocket[] = [];
  class Watched extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols);
      sockets.push(this);
    }
  }
  new Function('WebSocket', 'console', code)(Watched, { log: (...words: unknown[]) => seen.push(words.join(' ')) });
  await vi.waitFor(() => expect(seen.at(-1)).toBe("90+9' 4 1"), { timeout: 10_000 });
  for (const socket of sockets) socket.close();
});

test('the lines of the library in it do what they say', async () => {
  const code = (snippets('ts')[0] ?? '').replace(/^import .*from 'touchline';$/m, '');
  const seen: unknown[] = [];
  const body = `return (async () => { ${code} })()`;
  const library = { loadScenario, replay, view };
  const log = (word: unknown) => seen.push(word);
  await new Function(...Object.keys(library), 'console', body)(...Object.values(library), { log });
  await vi.waitFor(() => expect(seen).toContain('reviewing'), { timeout: 10_000 });
  expect(seen).toContain('checking');
});

test('the scenario in it holds', () => {
  const loaded = load(snippets('yaml')[0] ?? '', 'README.md');
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  expect(run(loaded.scenario).failures).toEqual([]);
});
