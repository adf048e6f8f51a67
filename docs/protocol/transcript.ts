import { VirtualTimeScheduler } from 'rxjs';
import type { Recording } from '../../src/journal/recording.ts';
import type { Encoded, Socket } from '../../src/server/broadcast.ts';
import { Hub } from '../../src/server/hub.ts';
import { showingOf } from '../../src/server/showing.ts';
import type { Said } from '../../src/wire/documents.ts';
import type { ClientMessage } from '../../src/wire/message.ts';

/**
 * What a client and the server say to one another over a match of nine entries, in virtual time: the same at each run.
 * The documents' examples are taken from it.
 */
export const transcript = (): readonly Said[] => {
  const said: Said[] = [];
  const scheduler = new VirtualTimeScheduler(undefined, 0);
  const hub = new Hub(
    [showingOf('atalanta-dortmund', RECORDING, { scheduler, playing: false, speed: 60, run: 'k3q9' })],
    {
      scheduler,
      newSecret: () => 'Vt4bX0uWb1f2',
    },
  );
  const line = hub.connect(writesDown(said), { role: 'operator' });
  const run = (ms: number): void => {
    const until = scheduler.frame + ms;
    scheduler.maxFrames = until;
    scheduler.flush();
    scheduler.frame = until;
  };
  const say = (message: ClientMessage, thenMs = 100): void => {
    said.push({ by: 'client', message: { ...message } });
    line.hear(JSON.stringify(message));
    run(thenMs);
  };

  run(100);
  say({ type: 'join', match, channel: 'views', views: ['clock', 'scoreboard', 'var'] });
  say({ type: 'control', match, control: { type: 'play' } }, 60_000);
  say({ type: 'join', match, channel: 'journal' });
  say({ type: 'control', match, control: { type: 'seek', to: { cursor: 5 } } });
  say({ type: 'control', match, control: { type: 'seek', to: { time: "2'" } } });
  say({ type: 'leave', match });
  say({ type: 'join', match, channel: 'journal', since: { epoch: 'k3q9-1', seq: 7 } });
  say({
    type: 'join',
    match,
    channel: 'views',
    views: ['scoreboard'],
    playback: { speed: 600, from: "1'", paused: true },
  });
  say({ type: 'leave', match, playback: 'pVt4bX0uWb1f2' });
  say({ type: 'join', match: 'atalanta', channel: 'views' });
  say({ type: 'control', match, control: { type: 'seek', to: { next: 'goal' } } });
  hub.close('stopping');
  return said;
};

const match = 'atalanta-dortmund';

/** A socket that writes down what it's sent. */
const writesDown = (said: Said[]): Socket => ({
  isOpen: true,
  backlogBytes: 0,
  send: ({ payload }: Encoded) => said.push({ by: 'server', message: JSON.parse(String(payload)) }),
  ping: () => false,
  close: () => undefined,
});

const at = (clock: string) => {
  const [minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return { leg: 1, period: '1H' as const, elapsed: (minutes * 60 + seconds) * 1000 };
};

/** A goal that a review takes back, and the feed that had its scorer wrong. */
export const RECORDING: Recording = {
  header: {
    format: 'touchline',
    version: 1,
    startedAt: '2026-02-25T18:45:00+01:00',
    title: 'Atalanta v Borussia Dortmund',
    fixture: {
      clubs: {
        ATA: { name: 'Atalanta', people: { samardzic: { name: 'Lazar Samardžić', shirt: 24, position: 'MF' } } },
        BVB: { name: 'Borussia Dortmund', short: 'Dortmund', people: {} },
      },
      legs: [{ home: 'ATA', away: 'BVB', kickOff: '2026-02-25T18:45:00+01:00' }],
    },
  },
  entries: [
    { kind: 'event', seq: 1, offset: 0, id: 'e1', event: { type: 'kick-off', at: at('0:00'), club: 'BVB' } },
    { kind: 'event', seq: 2, offset: 61_000, id: 'e2', event: { type: 'corner', at: at('1:01'), club: 'ATA' } },
    { kind: 'event', seq: 3, offset: 90_000, id: 'g1', event: { type: 'goal', at: at('1:28'), club: 'ATA' } },
    {
      kind: 'amendment',
      seq: 4,
      offset: 97_000,
      of: 'g1',
      event: { type: 'goal', at: at('1:28'), by: 'samardzic', bodyPart: 'left-foot' },
      why: 'the scorer was named later',
    },
    {
      kind: 'event',
      seq: 5,
      offset: 110_000,
      id: 'r1',
      event: { type: 'var-check', at: at('1:50'), of: 'g1', category: 'goal', for: 'offside' },
    },
    {
      kind: 'event',
      seq: 6,
      offset: 185_000,
      id: 'e6',
      event: { type: 'var-decision', at: at('3:05'), of: 'r1', outcome: 'overturned', reason: 'offside' },
    },
    { kind: 'event', seq: 7, offset: 220_000, id: 'c1', event: { type: 'caution', at: at('3:40'), club: 'BVB' } },
    { kind: 'retraction', seq: 8, offset: 231_000, of: 'c1', why: 'nobody was cautioned' },
    { kind: 'event', seq: 9, offset: 300_000, id: 'e9', event: { type: 'throw-in', at: at('5:00'), club: 'BVB' } },
  ],
};
