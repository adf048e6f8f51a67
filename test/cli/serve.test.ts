import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Head } from '../../src/playback/frame.ts';
import { ended, folderWith, remove, start, TAKEN_BACK } from './command.ts';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({ 'scenarios/taken-back.yaml': TAKEN_BACK });
});
afterAll(() => remove(cwd));

const onAir = async (...words: string[]) => {
  const child = start(['serve', 'taken-back', '--port', '0', ...words], { cwd });
  const end = ended(child);
  const [said] = (await Promise.race([
    once(child.stdout ?? child, 'data'),
    end.then(({ err }) => Promise.reject(new Error(err))),
  ])) as [Buffer];
  return { child, end, said: said.toString(), url: /ws:\S+/.exec(said.toString())?.[0] ?? '' };
};

test('it says where it is and what to send, holds the last frame, and says good-bye when it is told to stop', async () => {
  const { child, end, said, url } = await onAir('--speed', 'max');
  expect(said).toContain('  taken-back  VAR takes back an early goal\n');
  const join = /^ {2}(\{.*\})$/m.exec(said)?.[1] ?? '';

  const socket = new WebSocket(url, 'touchline.v1.json');
  const heard: { type: string; [field: string]: unknown }[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(data.toString())));
  await once(socket, 'open');
  socket.send(join);
  await expect.poll(() => heard.at(-1)?.head).toMatchObject({ cursor: 5, entries: 5, playing: false });
  expect(heard.slice(0, 2)).toMatchObject([{ type: 'welcome' }, { type: 'snapshot', match: 'taken-back' }]);

  const asked = performance.now();
  child.kill('SIGTERM');
  const closed = once(socket, 'close');
  expect(await end).toMatchObject({ code: 0, signal: null, err: '' });
  expect(performance.now() - asked).toBeLessThan(2000);
  expect(heard.at(-1)).toEqual({ type: 'bye', code: 1001, reason: 'the server is stopping' });
  expect((await closed)[0]).toBe(1001);
});

test('--paused waits for somebody to press play, and Ctrl-C takes it off the air', async () => {
  const { child, end, url } = await onAir('--paused');
  const response = await fetch(`${url.replace('ws:', 'http:')}matches`);
  expect(await response.json()).toMatchObject({ matches: [{ id: 'taken-back' }] });
  child.kill('SIGINT');
  expect(await end).toMatchObject({ code: 130, signal: null });
});

test('matches of one day run at one clock, unless each is to have its own', async () => {
  const steered = async (...words: string[]) => {
    const { child, end, url } = await onAir('again.yaml', '--speed', '60', ...words);
    const http = url.replace('ws:', 'http:');
    await fetch(`${http}matches/taken-back/control`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'pause' }),
    });
    const isPlaying = async (match: string): Promise<boolean> =>
      ((await (await fetch(`${http}matches/${match}`)).json()) as { head: Head }).head.playing;
    // It is told with the next tick.
    await expect.poll(() => isPlaying('taken-back')).toBe(false);
    const playing = await isPlaying('again');
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ code: 0, err: '' });
    return playing;
  };
  writeFileSync(join(cwd, 'again.yaml'), TAKEN_BACK);
  expect(await steered()).toBe(false);
  expect(await steered('--clock', 'own')).toBe(true);
});
