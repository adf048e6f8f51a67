import type { Client, Seen, Told } from '../../client/connect.ts';
import type { Millis } from '../../match/time.ts';
import type { Moment } from '../panel.ts';
import { WORDS } from '../words.ts';
import { type Back, findBack, headBack, runBack } from './back.ts';
import { JournalBook } from './journal-book.ts';
import type { Route } from './route.ts';
import type { Shown } from './state.ts';
import type { Store } from './store.ts';

/** An earlier moment, folded here from the journal, which is joined when somebody first asks for it. */
export class LookBack {
  readonly #store: Store;
  readonly #client: Pick<Client, 'journal'>;
  readonly #goes: (route: Route) => void;
  #book = new JournalBook();
  #leaveJournal: (() => void) | undefined;
  /** Where to go once the journal holds it. */
  #pending: Moment | undefined;
  #replayedAt: Millis = 0;
  #stopReplay: (() => void) | undefined;
  #cutOff = false;

  constructor(store: Store, client: Pick<Client, 'journal'>, goes: (route: Route) => void) {
    this.#store = store;
    this.#client = client;
    this.#goes = goes;
  }

  goTo(moment: Moment): void {
    this.wantJournal();
    const { live, journal, back } = this.#store.state;
    this.#pending = moment;
    // The journal's entries come in pieces; those up to the showing's cursor have to be there.
    if (live === undefined || journal === undefined || journal.entries.length < live.head.cursor) return;
    this.#pending = undefined;
    const found = findBack(journal.history, moment);
    if ('cursor' in moment && moment.cursor > live.head.cursor) this.#store.refuse(WORDS.moment.ahead);
    if (found === undefined) {
      this.#store.refuse(WORDS.moment.none);
      return;
    }
    if (found.cursor >= live.head.cursor && !('cursor' in moment && moment.cursor === live.head.cursor)) {
      this.goLive();
      return;
    }
    const route = { ...this.#store.state.route, asOf: String(found.cursor) };
    this.#show({ ...found, playing: back?.playing ?? false, speed: back?.speed ?? live.head.speed }, route);
    this.#goes(route);
  }

  /** What an address says of a moment; a bare number is a number of entries, as in `inspect --as-of`. */
  goToAsOf(asOf: string): void {
    this.goTo(/^\d+$/.test(asOf) ? { cursor: Number(asOf) } : { time: asOf });
  }

  /** Back to what the showing shows. */
  goLive(): void {
    this.#pending = undefined;
    this.stop();
    const { back, ...rest } = this.#store.state;
    const { live, route } = rest;
    if (back === undefined && route.asOf === undefined) return;
    const { asOf: _, ...where } = route;
    this.#store.replace({ ...rest, route: where, ...(live && { shown: shownOf(live) }) });
    this.#goes(where);
  }

  /** Plays on from the earlier moment, here alone; or stands still. */
  replay(playing: boolean, speed = this.#store.state.back?.speed ?? 1): void {
    const { back } = this.#store.state;
    if (back === undefined) return;
    this.stop();
    this.#show({ ...back, playing, speed });
    if (!playing) return;
    this.#replayedAt = performance.now();
    const timer = setInterval(() => this.#replayOn(), REPLAY_MS);
    this.#stopReplay = () => clearInterval(timer);
  }

  /** Joins the journal: somebody looks back, or at what came. */
  wantJournal(): void {
    const { route, wantsJournal } = this.#store.state;
    if (wantsJournal || route.match === undefined) return;
    this.#store.set({ wantsJournal: true });
    this.#leaveJournal = this.#client.journal(route.match, {}, (told) => this.#hear(told));
    if (this.#book.fold === undefined) this.#load();
    else this.#tell();
  }

  /** The line is up again: what couldn't be had without it comes now. */
  backOnLine(): void {
    if (this.#store.state.wantsJournal && this.#book.fold === undefined) this.#load();
  }

  /** The line broke: what comes next of the journal is resumed. */
  cutOff(): void {
    this.#cutOff = this.#leaveJournal !== undefined;
  }

  /** Another match is looked at, or none. */
  leave(): void {
    this.stop();
    this.#leaveJournal?.();
    this.#leaveJournal = undefined;
    this.#book = new JournalBook(this.#book.fold);
    this.#pending = undefined;
    this.#cutOff = false;
  }

  stop(): void {
    this.#stopReplay?.();
    this.#stopReplay = undefined;
  }

  /** Going back is rare, and what it takes is large: it comes when somebody first does. */
  #load(): void {
    const { state } = this.#store.state.connection;
    if (state !== 'open' && state !== 'quiet') {
      // Browsers keep it in mind that a module couldn't be had, so it isn't tried where it can't be.
      if (state !== 'connecting') this.#store.refuse(WORDS.moment.unreachable);
      return;
    }
    void import('../../history.ts').then(
      ({ history }) => {
        this.#book.fold = history;
        this.#tell();
      },
      () => this.#store.refuse(WORDS.panels.failed),
    );
  }

  #hear(told: Told): void {
    this.#book.hear(told);
    if (told.type === 'opened') this.#store.note({ kind: 'journal-opened', epoch: told.epoch });
    if (this.#cutOff && told.type === 'entries') {
      this.#cutOff = false;
      this.#store.note({ kind: 'journal-resumed', seq: told.seq });
    }
    this.#tell();
  }

  #tell(): void {
    const journal = this.#book.soFar;
    if (journal === undefined) return;
    this.#store.set({ journal });
    const { back } = this.#store.state;
    if (back !== undefined && back.cursor > journal.entries.length) this.goLive();
    if (this.#pending !== undefined) this.goTo(this.#pending);
  }

  #replayOn(): void {
    const { back, journal, live } = this.#store.state;
    const now = performance.now();
    if (back === undefined || journal === undefined) return;
    const next = runBack(journal.history, back, now - this.#replayedAt);
    this.#replayedAt = now;
    if (live !== undefined && next.cursor >= live.head.cursor) this.goLive();
    else if (next.cursor !== back.cursor || !next.playing) this.#show(next);
    // Between two entries only the clock runs, and that runs by itself.
    else this.#store.keep({ back: next });
    if (!next.playing) this.stop();
  }

  #show(back: Back, route = this.#store.state.route): void {
    const { live, journal } = this.#store.state;
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
    this.#store.set({ back, shown, route });
  }
}

/** How often a replay looks for entries that are due. */
const REPLAY_MS = 40;

/** The showing as it is drawn. */
export const shownOf = ({ match, fixture, views, head, heardAt, cause }: Seen): Shown => ({
  match,
  fixture,
  views,
  head,
  heardAt,
  cause,
});
