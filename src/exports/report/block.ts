/** What reports are made of, whatever they are set in. */

export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the lead says of it: `the accounts part on nine points`. */
  readonly mention?: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly small?: true }
  | Table
  /** Beside each other where there is room. */
  | { readonly kind: 'pair'; readonly tables: readonly Table[] }
  /** Figures of both sides, each with its part of the whole (0 … 1). */
  | {
      readonly kind: 'comparison';
      readonly caption: string;
      readonly heads: readonly [string, string];
      readonly rows: readonly Comparison[];
    }
  | { readonly kind: 'minutes'; readonly caption: string; readonly items: readonly Minute[] }
  | { readonly kind: 'disputes'; readonly items: readonly Dispute[] };

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly captionHidden?: true;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of figures and minutes, which stand at the right. */
  readonly figures?: readonly number[];
}

export interface Comparison {
  readonly name: string;
  readonly home: string;
  readonly away: string;
  readonly homePart: number;
  readonly awayPart: number;
}

export interface Minute {
  readonly label: string;
  readonly text: string;
  readonly key: boolean;
}

/** Something that accounts don't agree on. */
export interface Dispute {
  readonly about: string;
  readonly record: string;
  /** Why the record has it so. */
  readonly note?: string;
  readonly differ: readonly { readonly by: string; readonly says: string }[];
  readonly agree: readonly string[];
}
