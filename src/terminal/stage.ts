import { type Change, changesBetween } from '../faces/changes.ts';
import { runningClock } from '../faces/running-clock.ts';
import type { Millis } from '../match/time.ts';
import { noticed } from './choice.ts';
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
 * What is on the screen between two pictures: the showing as it stands, and what the viewer chose to see. It tells its
 * listener when there is something new to be drawn, at most so often; a key is shown at once.
 */
export class Stage {
  readonly #programme: Programme;
  readonly #now: () => Millis;
  #ui: Ui = START;
  #drawn:
    | { readonly sight: Sight | undefined; readonly clock: string; readonly trouble: string | undefined }
    | undefined;
  #changed: () => void = () => undefined;
  #flash: { readonly change: Change; readonly until: Millis } | undefined;
  #version = 0;

  constructor(programme: Programme, now: () => Millis = () => performance.now()) {
    this.#programme = programme;
    this.#now = now;
    programme.onSaid((text) => this.#see(noticed(this.#ui, text, this.#now())));
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
    const sight = this.#programme.latest();
    const trouble = this.#programme.trouble();
    const clock = sight === undefined ? '' : this.#clockOf(sight);
    const { notice } = this.#ui;
    const now = this.#now();
    const isOver =
      (notice !== undefined && notice.until <= now) || (this.#flash !== undefined && this.#flash.until <= now);
    const drawn = this.#drawn;
    const same = drawn?.sight === sight && drawn?.clock === clock && drawn?.trouble === trouble;
    if (same && !isOver) return;
    this.#watchFor(drawn?.sight, sight);
    this.#drawn = { sight, clock, trouble };
    if (this.#flash !== undefined && this.#flash.until <= now) this.#flash = undefined;
    if (notice !== undefined && notice.until <= now) {
      const { notice: _over, ...rest } = this.#ui;
      this.#ui = rest;
    }
    this.#draw();
  }

  press(key: Key, size: Size, doings: Doings): void {
    const sight = this.#programme.latest();
    if (sight === undefined) {
      if ('char' in key && (key.char === 'q' || key.ctrl === true))
        doings.end(key.ctrl === true ? 'interrupt' : 'quit');
      return;
    }
    const { views, fixture } = sight;
    const { leg, period } = views.clock;
    const now = this.#now();
    const { ui, control, ask } = press(this.#ui, key, {
      head: this.#headOf(sight),
      lines: feedFor({ views, fixture, ui: this.#ui }),
      steering: this.#programme.steering(),
      watch: { leg, period },
      now,
      wide: size.columns >= WIDE,
      helpPages: this.#helpPages(size),
    });
    if (ask === 'suspend') doings.suspend();
    else if (ask !== undefined) {
      doings.end(ask);
      return;
    }
    const refusal = control === undefined ? undefined : this.#programme.control(control);
    this.#see(refusal === undefined ? ui : noticed(ui, refusal, now));
  }

  #helpPages(size: Size): number {
    const picture = this.#ui.over === 'help' ? this.picture(size) : undefined;
    return picture === undefined ? 1 : helpPagesOn(picture);
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
    return {
      ...sight,
      now: this.#now(),
      ...(this.#flash === undefined ? {} : { flash: this.#flash.change }),
      ui: this.#ui,
      steering: this.#programme.steering(),
      ...(trouble === undefined ? {} : { trouble }),
      ...(address === undefined ? {} : { address }),
      size,
    };
  }

  /** A goal or a dismissal that comes as one looks is shown from afar; whoever jumps hasn't seen it come. */
  #watchFor(before: Sight | undefined, after: Sight | undefined): void {
    if (before === undefined || after === undefined || before === after) return;
    const isElsewhere = before.jumps !== after.jumps;
    if (isElsewhere) this.#flash = undefined;
    if (isElsewhere || before.head.cursor === after.head.cursor) return;
    const changes = changesBetween(before.views, after.views, after.fixture).filter(({ kind }) => FLASHED.has(kind));
    // Where it plays so fast that several come at once, the latest goal is what the score says too.
    const change = changes.findLast(({ kind }) => kind === 'goal') ?? changes[0];
    if (change !== undefined) this.#flash = { change, until: this.#now() + FLASH_MS };
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

  #clockOf({ head, views, heardAt }: Sight): string {
    const { label } = runningClock(head, views.clock, heardAt, this.#now());
    return head.playing ? `${label} ${Math.floor(((this.#now() - heardAt) * head.speed) / 1000)}` : label;
  }
}

const FLASH_MS = 4000;
const FLASHED: ReadonlySet<Change['kind']> = new Set<Change['kind']>(['goal', 'score-back', 'dismissal']);
