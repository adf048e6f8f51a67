import { WORDS } from '../words.ts';

export type CardName = 'yellow' | 'second-yellow' | 'red';

/** A card as it's held up; its name is there for those who don't see it. */
export const Card = ({ card }: { readonly card: CardName }) => (
  <span className="card" data-card={card} role="img" aria-label={WORDS.cards[card]} title={WORDS.cards[card]} />
);
