import type { CloseName } from '../wire/message.ts';

/** What a hub has done so far, in plain numbers, since it counts far more often than anybody asks. */
export class Tally {
  messagesOut = 0;
  bytesOut = 0;
  messagesIn = 0;
  conflations = 0;
  readonly closes = new Map<CloseName, number>();
  /** By code. */
  readonly refusals = new Map<string, number>();
  /** Told of each acknowledged heartbeat: how long it took, and how many revisions had gone by until then. */
  onHeard: ((lagMs: number, revisions: number) => void) | undefined;

  sent(messages: number, bytesEach: number): void {
    this.messagesOut += messages;
    this.bytesOut += messages * bytesEach;
  }

  closed(why: CloseName): void {
    this.closes.set(why, (this.closes.get(why) ?? 0) + 1);
  }

  refused(code: string): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }
}
