import { useEffect, useState } from 'react';
import { clockLabel } from '../../faces/running-clock.ts';
import { useDesk } from '../desk/use-desk.ts';
import { WORDS } from '../words.ts';
import { TokenForm } from './token-form.tsx';

/** Says so where what is shown isn't what is: nobody should take an old picture for the present. */
export const Interruption = () => {
  const told = useInterruption();
  return told === null ? null : <aside aria-label={WORDS.connection.label}>{told}</aside>;
};

const useInterruption = (): React.ReactNode => {
  const connection = useDesk((state) => state.connection);
  const asOf = useDesk(({ live }) => live && clockLabel(live.views.clock.period, live.head.watch));
  const { lost, lostFirst, states } = WORDS.connection;
  switch (connection.state) {
    case 'connecting':
      // At first there is nothing that could be out of date.
      return asOf === undefined ? null : (
        <p className="interruption" role="status">
          <strong>{lost(asOf)}</strong> {WORDS.connection.again(0)}
        </p>
      );
    case 'reconnecting':
      return (
        <p className="interruption" role="status">
          <strong>{asOf === undefined ? lostFirst : lost(asOf)}</strong>{' '}
          <Countdown key={connection.inMs} inMs={connection.inMs} />
        </p>
      );
    case 'refused':
      return (
        <div className="interruption" role="alert">
          {connection.status === 401 ? (
            <TokenForm />
          ) : (
            <>
              <strong>{states.refused}.</strong> {connection.reason}
            </>
          )}
        </div>
      );
    case 'closed':
      return (
        <p className="interruption" role="alert">
          <strong>{WORDS.connection.explain.closed}</strong> {connection.reason}
        </p>
      );
    case 'open':
    case 'quiet':
      return null;
  }
};

const Countdown = ({ inMs }: { readonly inMs: number }) => {
  const [left, setLeft] = useState(Math.round(inMs / 1000));
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  // Each second would be told to whoever listens.
  return <span aria-hidden="true">{WORDS.connection.again(left)}</span>;
};
