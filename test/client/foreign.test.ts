import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import { history } from '../../src/history.ts';
import { serve } from '../../src/server/server.ts';
import { showingOf } from '../../src/server/showing.ts';
import { flagship } from './flagship.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!hasPython)(
  "a client in Python's standard library, written from the documents alone, ends with a straight fold",
  async () => {
    const recording = flagship();
    const last = recording.entries.length;
    const showing = showingOf('atalanta-dortmund', recording, { speed: 20_000, playing: false });
    const server = await serve([showing], { rate: 200 });
    try {
      const folder = import.meta.dirname;
      const documents = join(folder, '../../docs/protocol/asyncapi.json');
      const args = [join(folder, 'follow.py'), documents, server.url, 'atalanta-dortmund'];
      const python = spawn('python3', args, { stdio: ['ignore', 'pipe', 'inherit'] });
      const { views, revisions, journal } = JSON.parse(await text(python.stdout));
      expect(canonicalize(views)).toBe(canonicalize(history(recording).viewsAt(last)));
      expect(canonicalize(journal)).toBe(canonicalize(recording.entries));
      expect(revisions).toEqual(revisions.map((_: number, index: number) => index));
      expect(revisions.length).toBeGreaterThan(20);
    } finally {
      await server.close();
    }
  },
);
