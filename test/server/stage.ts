import { Subject, VirtualTimeScheduler } from 'rxjs';
import type { Entry } from '../../src/journal/entry.ts';
import type { RecordingHeader } from '../../src/journal/recording.ts';
import type { Fixture } from '../../src/match/fixture.ts';
import type { Cause, Head, Shown } from '../../src/playback/frame.ts';
import type { Refusal } from '../../src/playback/replay.ts';
import type { Views } from '../../src/projections/views.ts';
import type { Encoded, Socket } from '../../src/server/broadcast.ts';
import { Hub, type HubOptions } from '../../src/server/hub.ts';
import type { Showing } from '../../src/server/on-air.ts';
import type { Control, Role, ServerMessage, Wish } from '../../src/wire/message.ts';
import { type Mirror, reflect, WAITING } from '../../src/wire/mirror.ts';

export const match = 'atalanta-dortmund';
export const fixture: Fixture = { clubs: {}, legs: [{ home: 'ATA', away: 'BVB' }] };
export const header: RecordingHeader = {
  format: 'touchline',
  version: 1,
  startedAt: '2026-02-25T18:55:00+01:00',
  fixture,
};

export const START: Head = {
  cursor: 0,
  entries: 121,
  position: 0,
  duration: 6_130_000,
  at: '2026-02-25T18:55:00+01:00',
  watch: 0,
  playing: true,
  speed: 60,
};
export const VIEWS: Views = {
  clock: { leg: 2, period: 'pre', elapsed: 0, label: 'pre', running: false },
  scoreboard: {
    home: { club: 'ATA', name: 'Atalanta', score: 0 },
    away: { club: 'BVB', name: 'Borussia Dortmund', score: 0 },
  },
  cards: { people: {}, totals: {} },
  var: { status: 'idle', reviews: {} },
  lineups: {},
  stats: {},
  timeline: {},
  commentary: {},
  result: { status: 'none' },
};
export const goals = (home: number): Pick<Views, 'scoreboard'> => ({
  scoreboard: { ...VIEWS.scoreboard, home: { ...VIEWS.scoreboard.home, score: home } },
});
export const note = (seq: number): Entry => ({
  kind: 'event',
  seq,
  offset: seq * 1000,
  id: `e${seq}`,
  event: { type: 'note', at: { leg: 2, period: '1H', elapsed: seq * 1000 }, text: 'rain' },
});
export const notes = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => note(from + index));

/** A showing that is moved by hand; its journal is as long as its head says. */
export interface MadeUp {
  readonly showing: Showing;
  readonly frames$: Subject<Shown>;
  readonly state: MadeUpState;
  readonly show: (head: Partial<Head>, views?: Partial<Views>, cause?: Cause, entries?: Entry[]) => void;
}

interface MadeUpState {
  epoch: string;
  shown: Shown;
  /** What the head has run on to since. */
  run: Partial<Head>;
  refusal: Refusal | undefined;
  /** What `now` throws. */
  broken: Error | undefined;
  /** The whole recording, also what hasn't been shown. */
  readonly entries: Entry[];
  readonly controls: Control[];
  readonly wishes: Wish[];
  readonly opened: MadeUp[];
}

export const madeUp = (id = match, epoch = 'a1'): MadeUp => {
  const frames$ = new Subject<Shown>();
  const state: MadeUpState = {
    ...{ epoch, run: {}, refusal: undefined, broken: undefined, controls: [], wishes: [], opened: [] },
    entries: notes(1, START.entries),
    shown: { frame: { head: START, views: VIEWS }, cause: 'play', entries: [] },
  };
  const showing: Showing = {
    id,
    get epoch() {
      return state.epoch;
    },
    title: 'Atalanta v Borussia Dortmund',
    fixture,
    frames$,
    now: () => {
      if (state.broken !== undefined) throw state.broken;
      return { ...state.shown.frame.head, ...state.run };
    },
    control: (control) => {
      state.controls.push(control);
      return state.refusal;
    },
    record: {
      header,
      entries: state.entries,
      answer: () => state.shown.frame,
      momentAsOf: () => 'there is no such time',
    },
    open: (wish) => {
      state.wishes.push(wish);
      if (state.refusal !== undefined) return state.refusal;
      const own = madeUp(id, `own${state.opened.length + 1}`);
      state.opened.push(own);
      return own.showing;
    },
  };
  const show: MadeUp['show'] = (head, views = {}, cause = 'play', entries = []) => {
    const { frame } = state.shown;
    state.shown = {
      frame: { head: { ...frame.head, ...head }, views: { ...frame.views, ...views } },
      cause,
      entries,
    };
    frames$.next(state.shown);
  };
  return { showing, frames$, state, show };
};

/** A showing that is moved by hand, a hub in virtual time, and sockets that write down what they were sent. */
export const stage = (options: HubOptions = {}, shownAtOnce = true, ...others: Showing[]) => {
  const scheduler = new VirtualTimeScheduler();
  const made = madeUp();
  const { showing, frames$, state, show } = made;
  let secrets = 0;
  const newSecret = (): string => {
    secrets += 1;
    return `${secrets}`;
  };
  const hub = new Hub([showing, ...others], { scheduler, newSecret, heartbeatMs: 1_000_000, ...options });

  const wait = (ms: number): void => {
    scheduler.schedule(() => undefined, ms);
    scheduler.maxFrames = scheduler.now() + ms;
    scheduler.flush();
  };
  const connect = (role: Role = 'operator') => {
    const heard: { message: ServerMessage; encoded: Encoded; at: number }[] = [];
    const pings: { payload: string; at: number }[] = [];
    let onDrained: (() => void) | undefined;
    const socket: Socket & { isOpen: boolean; backlogBytes: number; closed: number | undefined } = {
      isOpen: true,
      backlogBytes: 0,
      closed: undefined,
      send: (encoded: Encoded) => {
        heard.push({ message: JSON.parse(encoded.payload.toString()), encoded, at: scheduler.now() });
      },
      whenDrained: (then) => {
        onDrained = then;
      },
      ping: (payload) => {
        pings.push({ payload, at: scheduler.now() });
        return true;
      },
      close: (code: number) => {
        socket.isOpen = false;
        socket.closed = code;
      },
    };
    const line = hub.connect(socket, { role });
    const of = <T extends ServerMessage['type']>(type: T) =>
      heard
        .map(({ message }) => message)
        .filter((one): one is Extract<ServerMessage, { type: T }> => one.type === type);
    const say = (message: object): void => line.hear(JSON.stringify(message));
    return {
      socket,
      line,
      heard,
      pings,
      of,
      say,
      types: () => heard.map(({ message }) => message.type),
      hangUp: () => line.hangUp(),
      /** All that waited is on its way. */
      drain: () => {
        socket.backlogBytes = 0;
        onDrained?.();
      },
      join: (views?: string[], rest: object = {}) =>
        say({ type: 'join', match, channel: 'views', ...(views === undefined ? {} : { views }), ...rest }),
      read: (since?: object, rest: object = {}) =>
        say({ type: 'join', match, channel: 'journal', ...(since === undefined ? {} : { since }), ...rest }),
      mirror: (): Mirror =>
        heard.reduce<Mirror>(
          (mirror, { message }) =>
            message.type === 'snapshot' || message.type === 'update' ? reflect(mirror, message) : mirror,
          WAITING,
        ),
    };
  };

  if (shownAtOnce) {
    frames$.next(state.shown);
    wait(0);
  }
  return {
    ...{ hub, scheduler, frames$, showing, state, show, wait, connect },
    controls: state.controls,
    runOn: (head: Partial<Head>) => {
      state.run = head;
    },
    refuseWith: (refusal: Refusal) => {
      state.refusal = refusal;
    },
  };
};
