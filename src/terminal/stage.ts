import { type Change, changesBetween } from '../faces/changes.ts';
import { runningClock } from '../faces/running-clock.ts';
import type { Millis } from '../match/time.ts';
import { noticed } from './choice.ts';
import type { Day } from './day.ts';
import { openPicture } from './day-screen.ts';
import { type Key, press } from './keys.ts';
import type { Picture, Size } from './picture.ts';
import type { Programme, Sight } from './programme.ts';
import { feedFor, helpPagesOn, WIDE } from './screen.ts';
import { START, type Ui } from './ui.ts';

export type Ending = 'quit' | 'interrupt';

/** What the program does when a key asks for it. */
export interface Doings {
  readonly end: (ending: Ending) => void;
  readonly suspend: () => void;
}

/**
 * What is on the screen between two pictures: the showings as they stand, the one that is open, and what the viewer
 * chose to see. It tells its listener when there is something new to be drawn, at most so often; a key is shown at once.
 */
export class Stage {
  readonly #programmes: readonly Programme[];
  readonly #now: () => Millis;
  /** The place of the one that is open. */
  #open = 0;
  #ui: Ui = START;
  #drawn: Drawn | undefined;
  #changed: () => void = () => undefined;
  /** Of each match what has just come in it. */
  #news: readonly (News | undefined)[] = [];
  #version = 0;

  /** Several are a day's matches; the first is open. */
  constructor(programmes: readonly Programme[], now: () => Millis = () => performance.now()) {
    this.#programmes = programmes;
    this.#now = now;
    for (const { onSaid } of programmes) onSaid((text) => this.#see(noticed(this.#ui, text, this.#now())));
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (changed: () => void): (() => void) => {
    this.#changed = changed;
    return () => {
      this.#changed = () => undefined;
    };
  };

  readonly version = (): number => this.#version;

  /** Looks whether anything has changed since the last picture: a frame, a second of the watch, a notice that is over. */
  tick(): void {
    const now = this.#now();
    const sights = this.#programmes.map((programme) => programme.latest());
    const next: Drawn = { sights, clocks: this.#clocksOf(sights), trouble: this.#programme.trouble() };
    const { notice } = this.#ui;
    const isOver =
      (notice !== undefined && notice.until <= now) ||
      this.#news.some((news) => news !== undefined && news.until <= now);
    const drawn = this.#drawn;
    if (drawn !== undefined && isSame(drawn, next) && !isOver) return;
    this.#news = sights.map((sight, place) => newsOf(drawn?.sights[place], sight, this.#news[place], now));
    this.#drawn = next;
    if (notice !== undefined && notice.until <= now) {
      const { notice: _over, ...rest } = this.#ui;
      this.#ui = rest;
    }
    this.#draw();
  }

  press(key: Key, size: Size, doings: Doings): void {
    const sight = this.#programme.latest();
    const picture = this.picture(size);
    if (sight === undefined || picture === undefined) {
      if ('char' in key && (key.char === 'q' || key.ctrl === true))
        doings.end(key.ctrl === true ? 'interrupt' : 'quit');
      return;
    }
    const { views, fixture, day } = picture;
    const { leg, period } = views.clock;
    const within = openPicture(picture);
    const { now } = picture;
    const { ui, control, open, ask } = press(this.#ui, key, {
      head: this.#headOf(sight),
      lines: feedFor({ views, fixture, ui: this.#ui }),
      steering: this.#programme.steering(),
      watch: { leg, period },
      now,
      wide: within.size.columns >= WIDE,
      helpPages: this.#ui.over === 'help' ? helpPagesOn(within) : 1,
      ...(day === undefined ? {} : { day: { matches: day.matches.length, open: day.open } }),
    });
    if (ask === 'suspend') doings.suspend();
    else if (ask !== undefined) {
      doings.end(ask);
      return;
    }
    const refusal = control === undefined ? undefined : this.#programme.control(control);
    this.#open = open ?? this.#open;
    this.#see(refusal === undefined ? ui : noticed(ui, refusal, now));
  }

  /** While the terminal is another's. */
  rest(): () => void {
    return this.#programme.rest();
  }

  picture(size: Size): Picture | undefined {
    const sight = this.#programme.latest();
    const trouble = this.#programme.trouble();
    const { address } = this.#programme;
    if (sight === undefined) return undefined;
    const day = this.#day();
    const news = this.#news[this.#open];
    return {
      ...sight,
      now: this.#now(),
      ...(news === undefined ? {} : { flash: news.change }),
      ...(day === undefined ? {} : { day }),
      ui: this.#ui,
      steering: this.#programme.steering(),
      ...(trouble === undefined ? {} : { trouble }),
      ...(address === undefined ? {} : { address }),
      size,
    };
  }

  get #programme(): Programme {
    return this.#programmes[this.#open] as Programme;
  }

  /** Once something is known of each. */
  #day(): Day | undefined {
    const sights = this.#programmes.map((programme) => programme.latest()).filter((sight) => sight !== undefined);
    if (sights.length < 2 || sights.length < this.#programmes.length) return undefined;
    const matches = sights.map((sight, place) => {
      const news = this.#news[place];
      return { ...sight, ...(news === undefined ? {} : { news: news.change }) };
    });
    return { matches, open: this.#open };
  }

  #see(ui: Ui): void {
    this.#ui = ui;
    this.#draw();
  }

  #draw(): void {
    this.#version += 1;
    this.#changed();
  }

  /** Its position run on to this moment, so that ten seconds are counted from here. */
  #headOf({ head, heardAt }: Sight): Sight['head'] {
    if (!head.playing) return head;
    return { ...head, position: Math.min(head.duration, head.position + (this.#now() - heardAt) * head.speed) };
  }

  /** What the clocks show: to the second where a match is open, else to the minute. */
  #clocksOf(sights: readonly (Sight | undefined)[]): string {
    return sights
      .map((sight, place) => {
        if (sight === undefined) return '';
        const { head, views, heardAt } = sight;
        const { label, minute } = runningClock(head, views.clock, heardAt, this.#now());
        if (place !== this.#open) return minute;
        return head.playing ? `${label} ${Math.floor(((this.#now() - heardAt) * head.speed) / 1000)}` : label;
      })
      .join('|');
  }
}

interface Drawn {
  readonly sights: readonly (Sight | undefined)[];
  readonly clocks: string;
  readonly trouble: string | undefined;
}

interface News {
  readonly change: Change;
  readonly until: Millis;
}

const isSame = (drawn: Drawn, next: Drawn): boolean =>
  drawn.clocks === next.clocks &&
  drawn.trouble === next.trouble &&
  drawn.sights.every((sight, place) => sight === next.sights[place]);

/** A goal or a dismissal that comes as one looks is shown from afar; whoever jumps hasn't seen it come. */
const newsOf = (
  before: Sight | undefined,
  after: Sight | undefined,
  last: News | undefined,
  now: Millis,
): News | undefined => {
  const still = last === undefined || last.until <= now ? undefined : last;
  if (before === undefined || after === undefined || before === after) return still;
  if (before.jumps !== after.jumps) return undefined;
  if (before.head.cursor === after.head.cursor) return still;
  const changes = changesBetween(before.views, after.views, after.fixture).filter(({ kind }) => FLASHED.has(kind));
  // Where it plays so fast that several come at once, the latest goal is what the score says too.
  const change = changes.findLast(({ kind }) => kind === 'goal') ?? changes[0];
  return change === undefined ? still : { change, until: now + FLASH_MS };
};

const FLASH_MS = 4000;
const FLASHED: ReadonlySet<Change['kind']> = new Set<Change['kind']>(['goal', 'score-back', 'dismissal']);
