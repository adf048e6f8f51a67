import type { ConnectionState, Leave } from '../client/connect.ts';
import { type Millis, SYSTEM_TIME } from '../client/time.ts';
import { boardOf, openReview, plightOf, type SeenScore } from './board.ts';
import { type Face, faceIn } from './face.ts';
import { look } from './lines.ts';
import { WORDS } from './words.ts';

/**
 * `touchline/widget`: the score of a match in anybody's page.
 *
 *     <script type="module" src="touchline-score.js"></script>
 *     <touchline-score match="atalanta-dortmund" src="ws://127.0.0.1:8484/"></touchline-score>
 *
 * Loading it defines the element. Attributes: `match`, `src` and, where the server wants one, `token`; each may change
 * at any time. It joins the views that it shows and no others, comes back by itself after a break and says so, and
 * leaves when it is removed. Custom properties (`--touchline-background` …) and parts dress it.
 */
export class TouchlineScore extends element() {
  static readonly observedAttributes = ['match', 'src', 'token'];

  #leave: Leave = () => undefined;
  #isAsked = false;
  #seen: SeenScore | undefined;
  #state: ConnectionState = { state: 'connecting' };
  #stateAt: Millis = 0;
  /** When the line broke. */
  #heardUntil: Millis = 0;
  #wrong: string | undefined;
  /** The review that was last seen open, and until when its verdict is news. */
  #review: { readonly id: string; readonly until: Millis } | undefined;
  #face: Face | undefined;
  #callOff = (): void => undefined;

  connectedCallback(): void {
    this.#face ??= faceIn(this.attachShadow({ mode: 'open' }));
    this.#ask();
  }

  disconnectedCallback(): void {
    this.#end();
  }

  attributeChangedCallback(_: string, was: string | null, is: string | null): void {
    if (was !== is && this.isConnected) this.#ask();
  }

  get #isLive(): boolean {
    return this.#state.state === 'open' || this.#state.state === 'quiet';
  }

  /** Two attributes that change together are one question. */
  #ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
      if (this.isConnected) this.#begin();
    });
  }

  #begin(): void {
    this.#end();
    const [match, src, token] = ['match', 'src', 'token'].map((name) => this.getAttribute(name)?.trim() || undefined);
    this.#seen = undefined;
    this.#review = undefined;
    this.#wrong = match === undefined ? WORDS.noMatch : src === undefined ? WORDS.noSource : undefined;
    if (match !== undefined && src !== undefined) this.#look(match, src, token);
    this.#draw();
  }

  #look(match: string, src: string, token: string | undefined): void {
    try {
      this.#leave = look(
        { match, src, token },
        {
          seen: (seen) => this.#take(seen),
          state: (state) => {
            if (this.#isLive) this.#heardUntil = SYSTEM_TIME.now();
            this.#state = state;
            this.#stateAt = SYSTEM_TIME.now();
            this.#draw();
          },
          refused: (message) => {
            this.#wrong = message;
            this.#draw();
          },
        },
      );
    } catch {
      this.#wrong = WORDS.wrongSource(src);
    }
  }

  #take(seen: SeenScore): void {
    const before = this.#seen;
    const open = openReview(seen.views.var);
    if (open !== undefined) this.#review = { id: open, until: Number.POSITIVE_INFINITY };
    else if (this.#review?.until === Number.POSITIVE_INFINITY) {
      this.#review = { id: this.#review.id, until: seen.heardAt + NEWS_MS };
    }
    this.#seen = seen;
    this.#wrong = undefined;
    this.#draw();
    if (before !== undefined && before.views.scoreboard !== seen.views.scoreboard) this.#face?.tell(seen);
  }

  #end(): void {
    this.#leave();
    this.#leave = () => undefined;
    this.#callOff();
  }

  #draw(): void {
    this.#callOff();
    const now = SYSTEM_TIME.now();
    const isLive = this.#isLive;
    // What isn't told any more doesn't run on: the watch stands as it was when the line broke.
    const at = isLive ? now : this.#heardUntil;
    if (this.#seen !== undefined) {
      const decided = this.#review !== undefined && this.#review.until > now ? this.#review.id : undefined;
      this.#face?.show(boardOf(this.#seen, decided, at));
    } else this.#face?.blank();
    const leftMs = this.#state.state === 'reconnecting' ? this.#stateAt + this.#state.inMs - now : 0;
    this.#face?.say(this.#wrong ?? plightOf(this.#state, this.#seen !== undefined, leftMs), isLive);
    this.#again(isLive);
  }

  /** The next time that something on the board changes by itself. */
  #again(isLive: boolean): void {
    const { head, views } = this.#seen ?? {};
    const runs = isLive && head?.playing === true && views?.clock.running === true;
    if (runs) {
      // A hidden page is given no frames, and draws nothing.
      const frame = requestAnimationFrame(() => this.#draw());
      this.#callOff = () => cancelAnimationFrame(frame);
    } else if (this.#state.state === 'reconnecting' || Number.isFinite(this.#review?.until)) {
      this.#callOff = SYSTEM_TIME.after(500, () => this.#draw());
    } else this.#callOff = () => undefined;
    if (this.#review !== undefined && this.#review.until <= SYSTEM_TIME.now()) this.#review = undefined;
  }
}

/** How long a verdict stays on the board. */
const NEWS_MS = 12_000;

/** Where pages are made on a server there are no elements; importing the module does nothing there. */
function element(): typeof HTMLElement {
  return globalThis.HTMLElement ?? (class {} as typeof HTMLElement);
}

if (globalThis.customElements !== undefined && customElements.get('touchline-score') === undefined) {
  customElements.define('touchline-score', TouchlineScore);
}

declare global {
  interface HTMLElementTagNameMap {
    'touchline-score': TouchlineScore;
  }
}
