import { useMemo } from 'react';
import { upperFirst } from '../../english/words.ts';
import { type ReviewStage, type ReviewStep, reviewStage } from '../../faces/review-stage.ts';
import { counted } from '../desk/renders.ts';
import { useDesk } from '../desk/use-desk.ts';
import { Icon } from '../icon.tsx';
import { WORDS } from '../words.ts';
import './var-stage.css';

/** A review has the stage for itself: what is looked at, how far it is, what was given and what it becomes. */
export const VarStage = () => {
  counted('VarStage');
  const stage = useStage();
  if (stage === undefined || stage.phase === 'idle') return null;
  const { phase, title, what, now, clubName, steps, openedAt, outcome } = stage;
  return (
    <section className="var-stage" data-phase={phase} data-outcome={outcome} aria-label={WORDS.review.stage}>
      <div className="var-mark" aria-hidden="true">
        <span>VAR</span>
      </div>
      <div className="var-story">
        <p className="var-title">
          {title}
          {openedAt !== undefined && phase !== 'decided' && (
            <span className="var-since">{WORDS.review.opened(openedAt)}</span>
          )}
        </p>
        <p className="var-now" key={now}>
          {now}
        </p>
        <p className="var-what">{[what, clubName].filter((part) => part !== undefined && part !== '').join(' · ')}</p>
      </div>
      <Ruling stage={stage} />
      {steps.length > 0 && (
        <ol className="var-steps">
          {steps.map((step) => (
            <Step key={step.name} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
};

const useStage = (): ReviewStage | undefined => {
  const fixture = useDesk(({ shown }) => shown?.fixture);
  const review = useDesk(({ shown }) => shown?.views.var);
  const timeline = useDesk(({ shown }) => shown?.views.timeline);
  const clock = useDesk(({ shown }) => shown?.views.clock);
  return useMemo(() => {
    if (fixture === undefined || review === undefined || timeline === undefined || clock === undefined) return;
    return reviewStage({ var: review, timeline, clock }, fixture);
  }, [fixture, review, timeline, clock]);
};

/** From what, to what. While nobody knows, the other side is open. */
const Ruling = ({ stage: { phase, from, to, outcome } }: { readonly stage: ReviewStage }) => {
  if (from === undefined) return null;
  const isDecided = phase === 'decided';
  const stands = isDecided && (to === undefined || to === from);
  return (
    <div className="var-ruling" data-changed={isDecided && !stands ? '' : undefined}>
      <div className="var-from">
        <p className="var-side">{WORDS.review.from}</p>
        <p className="var-word">{upperFirst(from)}</p>
      </div>
      {!stands && (
        <>
          <span className="var-arrow">
            <Icon name="arrow" />
            <span className="unseen">{WORDS.review.arrow}</span>
          </span>
          <div className="var-to" key={to ?? 'open'}>
            <p className="var-side">{WORDS.review.to}</p>
            <p className="var-word">
              {isDecided ? upperFirst(to ?? outcome ?? '') : <span className="var-open">{WORDS.review.open}</span>}
            </p>
          </div>
        </>
      )}
      {stands && (
        <div className="var-to">
          <p className="var-side">{WORDS.review.to}</p>
          <p className="var-word">{WORDS.review.stands}</p>
        </div>
      )}
    </div>
  );
};

const Step = ({ step: { name, state, label } }: { readonly step: ReviewStep }) => (
  <li className="var-step" data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
    <span className="var-step-name">{name}</span>
    {label !== undefined && state !== 'ahead' && <span className="var-step-label">{label}</span>}
  </li>
);
