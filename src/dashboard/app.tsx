import { lazy, Suspense } from 'react';
import { Interruption } from './connection/interruption.tsx';
import { useDesk, useTheDesk } from './desk/use-desk.ts';
import { Masthead } from './masthead/masthead.tsx';
import { MatchPage } from './match/match-page.tsx';
import { WORDS } from './words.ts';

const Wall = lazy(() => import('./wall/wall.tsx'));

/** The page: one match, or all of them as a wall. */
export const App = () => {
  const match = useDesk(({ route }) => route.match);
  return (
    <>
      <button type="button" className="skip" onClick={skip}>
        {WORDS.page.skip}
      </button>
      <Masthead />
      <Interruption />
      {match === undefined ? <Choice /> : <MatchPage key={match} />}
    </>
  );
};

/** No link: what stands after # in the address says which match is shown. */
const skip = (): void => {
  document.querySelector<HTMLElement>('#commentary, [role="tabpanel"]')?.focus();
};

const Choice = () => {
  const desk = useTheDesk();
  const matches = useDesk(({ welcome }) => welcome?.matches);
  const isRefused = useDesk(({ connection }) => connection.state === 'refused');
  if (matches === undefined) {
    // Whoever is turned away waits for nothing.
    return <main className="page-wait">{!isRefused && <p role="status">{WORDS.page.choosing}</p>}</main>;
  }
  return (
    <Suspense fallback={<main className="page-wait" />}>
      <Wall glance={desk.glance} matches={matches} open={desk.open} />
    </Suspense>
  );
};
