import {
  type Client,
  type ConnectionState,
  type Control,
  connect,
  type Seen,
  type Told,
} from '../../client/connect.ts';
import type { Millis } from '../../match/time.ts';
import type { Moment } from '../panel.ts';
import { WORDS } from '../words.ts';
import { type Back, findBack, headBack, runBack } from './back.ts';
import { JournalBook } from './journal-book.ts';
import { type Note, noted, paceAfter } from './notes.ts';
import type { Route } from './route.ts';
import { type DeskState, type Furthest, type Shown, steers } from './state.ts';

export interface DeskOptions {
  readonly url: string;
  readonly token: string | undefined;
  readonly route: Route;
  /** Puts where one is into the address; `somewhere-else` is something to come back from. */
  readonly goes: (route: Route, where: 'somewhere-else' | 'here') => void;
}

/**
 * The one place that talks to the server and knows what is shown: the showing as it is told, or an earlier moment that
 * is folded here from the journal. Components look at it through `useDesk`, and ask it for what they want.
 */
export class Desk {
  readonly client: Client;
  readonly #goes: DeskOptions['goes'];
  readonly #listeners = new Set<() => void>();
  #state: DeskState;
  #leaveViews: (() => void) | undefined;
  #leaveJournal: (() => void) | undefined;
  #book = new JournalBook();
  /** Where to go once the journal holds it. */
  #pending: Moment | undefined;
  #replayedAt: Millis = 0;
  #stopReplay: (() => void) | undefined;
  #cutOff = false;

  constructor({ url, token, route, goes }: DeskOptions) {
    this.#goes = goes;
    this.#state = { route, connection: { state: 'connecting' }, wantsJournal: false, alone: false, notes: [] };
    this.client = connect(url, {
      ...(token === undefined ? {} : { token }),
      onState: (connection) => this.#onConnection(connection),
      onRefused: ({ code, message }) => {
        if (code === 'unknown-match') this.#leave();
        this.refuse(message);
      },
    });
    if (route.match !== undefined) this.#follow(route.match);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get state(): DeskState {
    return this.#state;
  }

  /** Opens a match, or the wall where there is none. */
  open(match: string | undefined): void {
    if (match === this.#state.route.match) return;
    this.#leave();
    this.#go(match === undefined ? {} : { match }, 'somewhere-else');
    if (match !== undefined) this.#follow(match);
  }

  /** The address has been changed by hand, or by the browser's own way back. */
  arrive(route: Route): void {
    const { match, panel, asOf } = this.#state.route;
    if (route.match !== match) {
      this.#leave();
      this.#set({ route });
      if (route.match !== undefined) this.#follow(route.match);
      return;
    }
    if (route.panel !== panel) this.#set({ route });
    if (route.asOf === asOf) return;
    this.#set({ route });
    if (route.asOf === undefined) this.goLive();
    else this.#goBack(momentIn(route.asOf));
  }

  choose(panel: string): void {
    if (panel !== this.#state.route.panel) this.#go({ ...this.#state.route, panel });
  }

  /** Shows another moment: for everybody where one steers, else here alone. */
  goTo(moment: Moment): void {
    if (steers(this.#state)) this.control({ type: 'seek', to: moment });
    else this.#goBack(moment);
  }

  control(control: Control): void {
    const { match } = this.#state.route;
    if (match !== undefined && !this.client.control(match, control)) this.refuse(WORDS.connection.notSent);
  }

  /** From now on what an operator does moves the showing again, or only his own picture. */
  steerAlone(alone: boolean): void {
    if (!alone) this.goLive();
    this.#set({ alone });
  }

  /** Back to what the showing shows. */
  goLive(): void {
    this.#pending = undefined;
    this.#stopReplay?.();
    const { live, back, route } = this.#state;
    if (back === undefined && route.asOf === undefined) return;
    const { back: _, ...rest } = this.#state;
    this.#replace({ ...rest, ...(live && { shown: shownOf(live) }) });
    const { asOf: __, ...where } = route;
    this.#go(where);
  }

  /** Plays on from the earlier moment, here alone; or stands still. */
  replay(playing: boolean, speed = this.#state.back?.speed ?? 1): void {
    const { back } = this.#state;
    if (back === undefined) return;
    this.#stopReplay?.();
    this.#show({ ...back, playing, speed });
    if (!playing) return;
    this.#replayedAt = performance.now();
    const timer = setInterval(() => this.#replayOn(), REPLAY_MS);
    this.#stopReplay = () => clearInterval(timer);
  }

  /** Joins the journal: somebody looks back, or at what came. */
  wantJournal(): void {
    const { route, wantsJournal } = this.#state;
    if (wantsJournal || route.match === undefined) return;
    this.#set({ wantsJournal: true });
    this.#leaveJournal = this.client.journal(route.match, {}, (told) => this.#hear(told));
    // Going back is rare, and what it takes is large: it comes when somebody first does.
    void import('../../history.ts').then(
      ({ history }) => {
        this.#book.fold = history;
        this.#tellJournal();
      },
      () => this.refuse(WORDS.panels.failed),
    );
  }

  refuse(text: string): void {
    this.#set({ refusal: { text, at: performance.now() } });
  }

  close(): void {
    this.#stopReplay?.();
    this.client.close();
  }

  #follow(match: string): void {
    this.#leaveViews = this.client.follow(match, {}, (seen) => this.#see(seen));
    const { asOf } = this.#state.route;
    if (asOf !== undefined) this.#goBack(momentIn(asOf));
  }

  #leave(): void {
    this.#stopReplay?.();
    this.#leaveViews?.();
    this.#leaveJournal?.();
    this.#leaveViews = undefined;
    this.#leaveJournal = undefined;
    this.#book = new JournalBook(this.#book.fold);
    this.#pending = undefined;
    const { route, connection, welcome, notes } = this.#state;
    this.#replace({ route, connection, ...(welcome && { welcome }), wantsJournal: false, alone: false, notes });
  }

  #see(live: Seen): void {
    const { back, live: before, notes } = this.#state;
    const pace = paceAfter(this.#state.pace, live);
    const { pace: _, ...rest } = this.#state;
    const isFirst = live.cause === 'snapshot';
    const joined = { at: Date.now(), revision: live.revision, cursor: live.head.cursor } as const;
    this.#replace({
      ...rest,
      live,
      furthest: furthestAfter(this.#state.furthest, live),
      ...(pace && { pace }),
      ...(back === undefined && { shown: shownOf(live) }),
      ...(isFirst && { notes: noted(notes, { ...joined, kind: before === undefined ? 'joined' : 'joined-again' }) }),
    });
  }

  #hear(told: Told): void {
    this.#book.hear(told);
    if (told.type === 'opened') this.#note({ kind: 'journal-opened', epoch: told.epoch });
    if (this.#cutOff && told.type === 'entries') {
      this.#cutOff = false;
      this.#note({ kind: 'journal-resumed', seq: told.seq });
    }
    this.#tellJournal();
  }

  #tellJournal(): void {
    const journal = this.#book.soFar;
    if (journal === undefined) return;
    this.#set({ journal });
    const { back } = this.#state;
    if (back !== undefined && back.cursor > journal.entries.length) this.goLive();
    if (this.#pending !== undefined) this.#goBack(this.#pending);
  }

  #goBack(moment: Moment): void {
    this.wantJournal();
    const { live, journal, back } = this.#state;
    this.#pending = moment;
    // The journal's entries come in pieces; those up to the showing's cursor have to be there.
    if (live === undefined || journal === undefined || journal.entries.length < live.head.cursor) return;
    this.#pending = undefined;
    const found = findBack(journal.history, moment);
    if ('cursor' in moment && moment.cursor > live.head.cursor) this.refuse(WORDS.moment.ahead);
    if (found === undefined) {
      this.refuse(WORDS.moment.none);
      return;
    }
    if (found.cursor >= live.head.cursor && !('cursor' in moment && moment.cursor === live.head.cursor)) {
      this.goLive();
      return;
    }
    const route = { ...this.#state.route, asOf: String(found.cursor) };
    this.#show({ ...found, playing: back?.playing ?? false, speed: back?.speed ?? live.head.speed }, route);
    this.#goes(route, 'here');
  }

  #replayOn(): void {
    const { back, journal, live } = this.#state;
    const now = performance.now();
    if (back === undefined || journal === undefined) return;
    const next = runBack(journal.history, back, now - this.#replayedAt);
    this.#replayedAt = now;
    if (live !== undefined && next.cursor >= live.head.cursor) this.goLive();
    else if (next.cursor !== back.cursor || !next.playing) this.#show(next);
    // Between two entries only the clock runs, and that runs by itself.
    else this.#state = { ...this.#state, back: next };
    if (!next.playing) this.#stopReplay?.();
  }

  #show(back: Back, route = this.#state.route): void {
    const { live, journal } = this.#state;
    if (live === undefined || journal === undefined) return;
    const { history } = journal;
    const shown: Shown = {
      match: live.match,
      fixture: live.fixture,
      views: history.viewsAt(back.cursor),
      head: headBack(history, live.head, back),
      heardAt: performance.now(),
      cause: 'back',
    };
    this.#set({ back, shown, route });
  }

  #onConnection(connection: ConnectionState): void {
    const { welcome } = this.client;
    this.#set({ connection, ...(welcome && { welcome }) });
    switch (connection.state) {
      case 'open':
        this.#note({ kind: 'open' });
        this.#openOnly();
        return;
      case 'quiet':
        this.#note({ kind: 'quiet' });
        return;
      case 'reconnecting':
        this.#cutOff = this.#leaveJournal !== undefined;
        this.#note({ kind: 'lost', code: connection.code, reason: connection.reason, inMs: connection.inMs });
        return;
      case 'refused':
        this.#note({ kind: 'refused', reason: connection.reason });
        return;
      case 'closed':
        this.#note({ kind: 'closed', reason: connection.reason });
    }
  }

  /** Where one match alone is on, nobody has to choose it. */
  #openOnly(): void {
    const { welcome, route } = this.#state;
    const [only, ...others] = welcome?.matches ?? [];
    if (route.match !== undefined || only === undefined || others.length > 0) return;
    this.#go({ match: only.id });
    this.#follow(only.id);
  }

  #note(note: NoteOf): void {
    this.#set({ notes: noted(this.#state.notes, { ...note, at: Date.now() } as Note) });
  }

  #go(route: Route, where: 'somewhere-else' | 'here' = 'here'): void {
    this.#set({ route });
    this.#goes(route, where);
  }

  #set(change: Partial<DeskState>): void {
    this.#replace({ ...this.#state, ...change });
  }

  #replace(state: DeskState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** How often a replay looks for entries that are due. */
const REPLAY_MS = 40;

type NoteOf = Note extends infer Each ? (Each extends Note ? Omit<Each, 'at'> : never) : never;

/** A bare number is a number of entries, as in `inspect --as-of`. */
const momentIn = (asOf: string): Moment => (/^\d+$/.test(asOf) ? { cursor: Number(asOf) } : { time: asOf });

const shownOf = ({ match, fixture, views, head, heardAt, cause }: Seen): Shown => ({
  match,
  fixture,
  views,
  head,
  heardAt,
  cause,
});

/** The furthest that was seen of this recording; another recording of that name starts anew. */
const furthestAfter = (before: Furthest | undefined, { head, views, cause }: Seen): Furthest => {
  const isBehind = before !== undefined && head.cursor < before.cursor && cause !== 'snapshot';
  return isBehind ? before : { cursor: head.cursor, timeline: views.timeline, clock: views.clock };
};
