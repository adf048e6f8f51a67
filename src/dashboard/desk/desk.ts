import {
  type Client,
  type ConnectionState,
  type Control,
  connect,
  type Leave,
  type Seen,
  type Views,
} from '../../client/connect.ts';
import type { Moment } from '../panel.ts';
import { WORDS } from '../words.ts';
import { LookBack, shownOf } from './look-back.ts';
import { noted, paceAfter } from './notes.ts';
import type { Route } from './route.ts';
import { type DeskState, type Furthest, steers } from './state.ts';
import { Store } from './store.ts';

export interface DeskOptions {
  readonly url: string;
  readonly token: string | undefined;
  readonly route: Route;
  /** Puts where one is into the address; `somewhere-else` is something to come back from. */
  readonly goes: (route: Route, where: 'somewhere-else' | 'here') => void;
  /** The published client's unless told otherwise. */
  readonly connect?: typeof connect;
}

/**
 * The one place that talks to the server and knows what is shown: the showing as it is told, or an earlier moment that
 * is folded here from the journal. Components look at it through `useDesk`, and ask it for what they want.
 */
export class Desk {
  readonly client: Client;
  readonly #goes: DeskOptions['goes'];
  readonly #store: Store;
  readonly #lookBack: LookBack;
  #leaveViews: Leave | undefined;
  readonly #leavesWall = new Set<Leave>();

  constructor({ url, token, route, goes, connect: connecting = connect }: DeskOptions) {
    this.#goes = goes;
    const start = { connection: { state: 'connecting' }, wantsJournal: false, alone: false, notes: [] } as const;
    this.#store = new Store({ route, ...start });
    this.client = connecting(url, {
      ...(token === undefined ? {} : { token }),
      onState: (connection) => this.#onConnection(connection),
      onRefused: ({ code, message }) => {
        if (code === 'unknown-match') this.#leave();
        this.#store.refuse(message);
      },
    });
    this.#lookBack = new LookBack(this.#store, this.client, (there) => goes(there, 'here'));
    if (route.match !== undefined) this.#follow(route.match);
  }

  get subscribe(): (listener: () => void) => () => void {
    return this.#store.subscribe;
  }

  get state(): DeskState {
    return this.#store.state;
  }

  /** Opens a match, or the wall where there is none. */
  readonly open = (match: string | undefined): void => {
    if (match === this.state.route.match) return;
    this.#leave();
    this.#go(match === undefined ? {} : { match }, 'somewhere-else');
    if (match !== undefined) this.#follow(match);
  };

  /** The address has been changed by hand, or by the browser's own way back. */
  arrive(route: Route): void {
    const { match, panel, asOf } = this.state.route;
    if (route.match !== match) {
      this.#leave();
      this.#store.set({ route });
      if (route.match !== undefined) this.#follow(route.match);
      return;
    }
    if (route.panel !== panel || route.asOf !== asOf) this.#store.set({ route });
    if (route.asOf === asOf) return;
    if (route.asOf === undefined) this.goLive();
    else this.#lookBack.goToAsOf(route.asOf);
  }

  choose(panel: string): void {
    const { route } = this.state;
    if (panel !== route.panel) this.#go({ ...route, panel });
  }

  /** Opens the journal at an entry, or where the showing stands: who says so, what it is about, what it changed. */
  explain(seq: number | undefined): void {
    if (seq !== undefined) this.#store.set({ asked: { seq } });
    this.choose('inspector');
  }

  /** Shows another moment: for everybody where one steers, else here alone. */
  readonly goTo = (moment: Moment): void => {
    if (steers(this.state)) this.control({ type: 'seek', to: moment });
    else this.#lookBack.goTo(moment);
  };

  control(control: Control): void {
    const { match } = this.state.route;
    if (match !== undefined && !this.client.control(match, control)) this.#store.refuse(WORDS.connection.notSent);
  }

  /** From now on what an operator does moves the showing again, or only his own picture. */
  steerAlone(alone: boolean): void {
    if (!alone) this.goLive();
    this.#store.set({ alone });
  }

  /** Back to what the showing shows. */
  goLive(): void {
    this.#lookBack.goLive();
  }

  /** Plays on from the earlier moment, here alone; or stands still. */
  replay(playing: boolean, speed?: number): void {
    this.#lookBack.replay(playing, speed);
  }

  /** Joins the journal: somebody looks back, or at what came. */
  wantJournal(): void {
    this.#lookBack.wantJournal();
  }

  /** For the wall: some views of a match, until it leaves or one match alone is opened, whichever comes first. */
  readonly glance = <Name extends keyof Views>(
    match: string,
    views: readonly Name[],
    listener: (seen: Seen<Name>) => void,
  ): Leave => {
    const leave = this.client.follow(match, { views }, listener);
    this.#leavesWall.add(leave);
    return () => {
      this.#leavesWall.delete(leave);
      leave();
    };
  };

  close(): void {
    this.#lookBack.stop();
    this.client.close();
  }

  #follow(match: string): void {
    // One connection is told of a match's views once, and the wall is taken down only after this.
    for (const leave of this.#leavesWall) leave();
    this.#leavesWall.clear();
    this.#leaveViews = this.client.follow(match, {}, (seen) => this.#see(seen));
    const { asOf } = this.state.route;
    if (asOf !== undefined) this.#lookBack.goToAsOf(asOf);
  }

  #leave(): void {
    this.#leaveViews?.();
    this.#leaveViews = undefined;
    this.#lookBack.leave();
    const { route, connection, welcome, notes } = this.state;
    this.#store.replace({ route, connection, ...(welcome && { welcome }), wantsJournal: false, alone: false, notes });
  }

  #see(live: Seen): void {
    const { back, live: before, notes } = this.state;
    const pace = paceAfter(this.state.pace, live);
    const { pace: _, ...rest } = this.state;
    const isFirst = live.cause === 'snapshot';
    const joined = { at: Date.now(), revision: live.revision, cursor: live.head.cursor } as const;
    this.#store.replace({
      ...rest,
      live,
      furthest: furthestAfter(this.state.furthest, live),
      ...(pace && { pace }),
      ...(back === undefined && { shown: shownOf(live) }),
      ...(isFirst && { notes: noted(notes, { ...joined, kind: before === undefined ? 'joined' : 'joined-again' }) }),
    });
  }

  #onConnection(connection: ConnectionState): void {
    const { welcome } = this.client;
    this.#store.set({ connection, ...(welcome && { welcome }) });
    switch (connection.state) {
      case 'open':
        this.#store.note({ kind: 'open' });
        this.#lookBack.backOnLine();
        this.#openOnly();
        return;
      case 'quiet':
        this.#store.note({ kind: 'quiet' });
        return;
      case 'reconnecting':
        this.#lookBack.cutOff();
        this.#store.note({ kind: 'lost', code: connection.code, reason: connection.reason, inMs: connection.inMs });
        return;
      case 'refused':
        this.#store.note({ kind: 'refused', reason: connection.reason });
        return;
      case 'closed':
        this.#store.note({ kind: 'closed', reason: connection.reason });
    }
  }

  /** Where one match alone is on, nobody has to choose it. */
  #openOnly(): void {
    const { welcome, route } = this.state;
    const [only, ...others] = welcome?.matches ?? [];
    if (route.match !== undefined || only === undefined || others.length > 0) return;
    this.#go({ match: only.id });
    this.#follow(only.id);
  }

  #go(route: Route, where: 'somewhere-else' | 'here' = 'here'): void {
    this.#store.set({ route });
    this.#goes(route, where);
  }
}

/** The furthest that was seen of this recording; another recording of that name starts anew. */
const furthestAfter = (before: Furthest | undefined, { head, views, cause }: Seen): Furthest => {
  const isBehind = before !== undefined && head.cursor < before.cursor && cause !== 'snapshot';
  return isBehind ? before : { cursor: head.cursor, timeline: views.timeline, clock: views.clock };
};
