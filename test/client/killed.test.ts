import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { afterwards, come, expectFinal, FAST, follow, LAST, oneTo } from './evening.ts';

describe('a server that is killed while clients follow, and started again', () => {
  const start = async (port: number, speed: number, run: string): Promise<{ server: ChildProcess; url: string }> => {
    const file = join(import.meta.dirname, 'served.ts');
    const server = spawn(process.execPath, [file, String(port), String(speed), run], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    afterwards(() => server.kill('SIGKILL'));
    const [said] = await once(server.stdout, 'data');
    return { server, url: String(said).trim() };
  };

  test('is followed on where it is the same run, and from its start where it is another', async () => {
    const first = await start(0, 4000, 'a1');
    const port = Number(new URL(first.url).port);
    const clients = Array.from({ length: 5 }, () => come(first.url));
    const followed = clients.map(({ client }) => follow(client));
    /** Everybody has come so many times, and follows. */
    const haveCome = (times: number) =>
      vi.waitFor(
        () => {
          for (const [index, { seen, told }] of followed.entries()) {
            expect(clients[index]?.states.filter(({ state }) => state === 'open')).toHaveLength(times);
            expect(seen.filter(({ cause }) => cause === 'snapshot')).toHaveLength(times);
            expect([seen.at(-1)?.cause, told.at(-1)?.type]).toEqual(['play', 'entries']);
          }
        },
        { timeout: 8000, interval: 5 },
      );
    await haveCome(1);
    await kill(first.server);
    const second = await start(port, 4000, 'a1');
    await haveCome(2);
    await kill(second.server);
    await start(port, FAST, 'b2');
    await Promise.all(followed.map(({ atEnd }) => atEnd()));

    for (const [index, { seen, told }] of followed.entries()) {
      expectFinal(seen);
      expect(told.flatMap((each) => (each.type === 'opened' ? [each.epoch] : []))).toEqual(['a1-1', 'b2-1']);
      expect(clients[index]?.states.filter(({ state }) => state === 'open')).toHaveLength(3);
      const held: number[] = [];
      for (const each of told) {
        if (each.type === 'entries') held.push(...each.entries.map(({ seq }) => seq));
        else held.length = each.type === 'rewound' ? each.seq : 0;
        // Neither missed nor twice, at any time.
        expect(held).toEqual(oneTo(held.length));
      }
      expect(held).toHaveLength(LAST);
    }
  });

  const kill = async (server: ChildProcess): Promise<void> => {
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
});
