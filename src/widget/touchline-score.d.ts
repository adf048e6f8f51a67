/**
 * `touchline/widget`: the score of a match in anybody's page. Importing it defines `<touchline-score>`, with the attributes
 * `match`, `src` and `token`.
 */
export declare class TouchlineScore extends HTMLElement {
  static readonly observedAttributes: string[];
}

declare global {
  interface HTMLElementTagNameMap {
    'touchline-score': TouchlineScore;
  }
}
