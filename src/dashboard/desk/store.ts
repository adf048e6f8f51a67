import type { Note } from './notes.ts';
import { noted } from './notes.ts';
import type { DeskState } from './state.ts';

/** What the page knows, and who is told when it changes. */
export class Store {
  readonly #listeners = new Set<() => void>();
  #state: DeskState;

  constructor(state: DeskState) {
    this.#state = state;
  }

  get state(): DeskState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<DeskState>): void {
    this.replace({ ...this.#state, ...change });
  }

  replace(state: DeskState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** Nobody is told: what has changed shows by itself. */
  keep(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
  }

  note(note: NoteOf): void {
    this.set({ notes: noted(this.#state.notes, { ...note, at: Date.now() } as Note) });
  }

  refuse(text: string): void {
    this.set({ refusal: { text, at: performance.now() } });
  }
}

type NoteOf = Note extends infer Each ? (Each extends Note ? Omit<Each, 'at'> : never) : never;
