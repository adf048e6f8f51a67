import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/journal/recording.ts';
import { replay } from '../../src/playback/replay.ts';
import { Hub } from '../../src/server/hub.ts';
import type { Showing } from '../../src/server/on-air.ts';
import { type ShowingOptions, showingOf } from '../../src/server/showing.ts';
import type { Role, ServerMessage } from '../../src/wire/message.ts';
import { entriesOf, event, HEADER } from '../journal/feed.ts';

const recording: Recording = {
  header: { ...HEADER, title: 'Home 2–0 Away' },
  entries: entriesOf([
    event('kick-off', '1H 00:00', { club: 'HOM' }, { id: 'ko' }),
    event('goal', '1H 00:10', { by: 'home-9' }, { id: 'g1' }),
    event('goal', '1H 00:20', { by: 'home-10' }, { id: 'g2' }),
    event('half-time', '1H 00:30', {}, { id: 'ht' }),
  ]),
};

const stage = (options: ShowingOptions = {}) => {
  const scheduler = new VirtualTimeScheduler();
  const showing = showingOf('home-away', recording, { scheduler, speed: 1, run: 'r', ...options });
  return { scheduler, showing, wait: (ms: number) => wait(scheduler, ms) };
};

const wait = (scheduler: VirtualTimeScheduler, ms: number): void => {
  scheduler.schedule(() => undefined, ms);
  scheduler.maxFrames = scheduler.now() + ms;
  scheduler.flush();
};

const listen = (showing: Showing, scheduler: VirtualTimeScheduler) => {
  const hub = new Hub([showing], { scheduler, heartbeatMs: 1_000_000 });
  return { hub, ...join(hub, 'operator') };
};

const join = (hub: Hub, role: Role) => {
  const heard: ServerMessage[] = [];
  const line = hub.connect(
    {
      isOpen: true,
      backlogBytes: 0,
      send: ({ payload }) => heard.push(JSON.parse(payload.toString())),
      ping: () => true,
      whenDrained: () => undefined,
      close: () => undefined,
    },
    { role },
  );
  const say = (message: object): void => line.hear(JSON.stringify({ match: 'home-away', ...message }));
  return { heard, say };
};

describe('a recording as it is shown', () => {
  test('is called after its fixture or its clubs, and not by a title that tells the ending', () => {
    expect(stage().showing.title).toBe('Home v Away');
    const titled = (about: object) => {
      const header = { ...recording.header, fixture: { ...recording.header.fixture, ...about } };
      return showingOf('m', { ...recording, header }).title;
    };
    expect(titled({ title: 'The derby' })).toBe('The derby');
    expect(titled({ round: 'Semi-final' })).toBe('Home v Away, Semi-final');
    expect(titled({ title: 'The Semi-final', round: 'Semi-final' })).toBe('The Semi-final');
    expect(showingOf('m', recording, { title: 'The derby' }).title).toBe('The derby');
  });

  test('goes over the wire in both channels, and holds its last frame', () => {
    const { showing, scheduler, wait } = stage();
    const { heard, say } = listen(showing, scheduler);
    say({ type: 'join', channel: 'views', views: ['scoreboard'] });
    say({ type: 'join', channel: 'journal' });
    wait(60_000);
    const seqs = heard.flatMap((message) => (message.type === 'entries' ? message.entries.map(({ seq }) => seq) : []));
    expect(seqs).toEqual([1, 2, 3, 4]);
    expect(heard.find(({ type }) => type === 'opened')).toMatchObject({ epoch: 'r-1', header: recording.header });
    expect(heard.findLast(({ type }) => type === 'update')).toMatchObject({ head: { cursor: 4, playing: false } });
    say({ type: 'control', control: { type: 'seek', to: { cursor: 2 } } });
    wait(100);
    expect(heard.at(-1)).toMatchObject({ type: 'rewound', epoch: 'r-1', seq: 2 });
  });

  test('tells a viewer how it ends, by title and why, only once it has ended', () => {
    const told = { ...recording.header, why: 'Two goals in ten seconds.' };
    const scheduler = new VirtualTimeScheduler();
    const showing = showingOf('home-away', { ...recording, header: told }, { scheduler, speed: 1, run: 'r' });
    const opened = ({ heard }: ReturnType<typeof join>) => heard.find(({ type }) => type === 'opened');
    const hub = new Hub([showing], { scheduler, heartbeatMs: 1_000_000 });
    const comes = (role: Role) => {
      const listener = join(hub, role);
      listener.say({ type: 'join', channel: 'journal' });
      wait(scheduler, 1000);
      return opened(listener);
    };
    const { title, why, ...untitled } = told;
    expect(comes('viewer')).toEqual({ type: 'opened', match: 'home-away', epoch: 'r-1', header: untitled, seq: 0 });
    expect(comes('operator')).toMatchObject({ header: told });
    wait(scheduler, 60_000);
    expect(comes('viewer')).toMatchObject({ header: told });
  });

  test('has an epoch for each pass of a loop, and the same one when it is sent back', () => {
    const { showing, scheduler, wait } = stage({ loop: true });
    const { heard, say } = listen(showing, scheduler);
    say({ type: 'join', channel: 'journal' });
    wait(25_000);
    say({ type: 'control', control: { type: 'seek', to: { cursor: 1 } } });
    say({ type: 'control', control: { type: 'step', by: 1 } });
    wait(100);
    expect(heard.filter(({ type }) => type === 'opened')).toHaveLength(1);
    wait(60_000);
    const epochs = heard.flatMap((message) => (message.type === 'opened' ? message.epoch : []));
    expect(epochs.slice(0, 2)).toEqual(['r-1', 'r-2']);
    expect(showing.epoch).toBe(epochs.at(-1));
  });

  test('played again after its end goes back, and begins no new epoch', () => {
    const { showing, scheduler, wait } = stage();
    const { heard, say } = listen(showing, scheduler);
    say({ type: 'join', channel: 'journal' });
    wait(60_000);
    say({ type: 'control', control: { type: 'play' } });
    wait(1000);
    expect(heard.at(-1)).toMatchObject({ type: 'rewound', epoch: 'r-1', seq: 1 });
  });

  test('may be a replay that somebody else watches as well', () => {
    const scheduler = new VirtualTimeScheduler();
    const shared = replay(recording, { scheduler, speed: 1 });
    const { heard, say } = listen(showingOf('home-away', recording, { replay: shared, scheduler }), scheduler);
    const cursors: number[] = [];
    shared.frames$.subscribe(({ head }) => cursors.push(head.cursor));
    say({ type: 'join', channel: 'views' });
    scheduler.maxFrames = 25_000;
    scheduler.flush();
    expect(cursors).toEqual([1, 2, 3]);
    expect(heard.findLast(({ type }) => type === 'update')).toMatchObject({ head: { cursor: 3 } });
  });
});

describe("showings of one's own", () => {
  const open = (wish: object, options: ShowingOptions = {}) => {
    const { showing, scheduler } = stage(options);
    const opened = showing.open?.(wish);
    if (opened === undefined || 'code' in opened) throw new Error('not opened');
    return { opened, scheduler };
  };

  test('run as wished, and for the rest as the shared one', () => {
    const { opened } = open({ from: "1'", paused: true }, { speed: 30 });
    expect(opened.now()).toMatchObject({ playing: false, speed: 30, cursor: 4 });
    expect(open({ speed: 2 }).opened.now()).toMatchObject({ playing: true, speed: 2, cursor: 1 });
    expect(open({ speed: 'max' }).opened.now()).toMatchObject({ speed: 100_000 });
  });

  test('do not move one another', () => {
    const { showing, scheduler, wait } = stage();
    const { heard, say } = listen(showing, scheduler);
    say({ type: 'join', channel: 'views', views: ['scoreboard'] });
    say({ type: 'join', channel: 'views', views: ['scoreboard'], playback: { speed: 10 } });
    wait(1100);
    const latest = (own: boolean) =>
      heard.findLast((message) => 'head' in message && 'playback' in message === own) as { head: { cursor: number } };
    expect(latest(true).head.cursor).toBe(2);
    expect(latest(false).head.cursor).toBe(1);
  });

  test('from a time that there is not are refused in a sentence', () => {
    expect(stage().showing.open?.({ from: 'L7' })).toEqual({
      code: 'no-such-time',
      message: 'there is no leg 7 in this recording; it has 1',
    });
    expect(stage().showing.open?.({ from: 'soon' })).toMatchObject({ code: 'no-such-time' });
  });

  test('that are refused have cost no fold of the match', () => {
    let folds = 0;
    const counted: Recording = {
      header: recording.header,
      get entries() {
        folds += 1;
        return recording.entries;
      },
    };
    const { open } = showingOf('home-away', counted, { scheduler: new VirtualTimeScheduler() });
    const before = folds;
    open?.({ from: 'soon' });
    open?.({ from: 'L7' });
    expect(folds).toBe(before);
    open?.({ from: "1'" });
    expect(folds).toBeGreaterThan(before);
  });
});

describe('another moment', () => {
  test('is answered with the frame of that moment, as then known', () => {
    const { showing } = stage();
    const frame = showing.record?.answer({ asOf: 2 });
    expect(frame).toMatchObject({ head: { cursor: 2, playing: false }, views: { scoreboard: { home: { score: 1 } } } });
    expect(showing.record?.momentAsOf({ kind: 'leg', leg: 9 })).toMatch(/no leg 9/);
  });
});
