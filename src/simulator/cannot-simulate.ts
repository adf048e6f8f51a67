/**
 * What was asked for can't be played. The message is a sentence without a full stop; where a word was wrong, `choice`
 * holds it and the words that exist, so that the nearest one can be suggested.
 */
export class CannotSimulate extends Error {
  override readonly name = 'CannotSimulate';
  readonly choice: { readonly word: string; readonly names: readonly string[] } | undefined;

  constructor(message: string, choice?: { readonly word: string; readonly names: readonly string[] }) {
    super(message);
    this.choice = choice;
  }
}
