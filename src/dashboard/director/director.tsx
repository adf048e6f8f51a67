import { useState } from 'react';
import { counted } from '../desk/renders.ts';
import { steers } from '../desk/state.ts';
import { useDesk, useTheDesk } from '../desk/use-desk.ts';
import { Icon, type IconName } from '../icon.tsx';
import { WORDS } from '../words.ts';
import { SPEEDS, transport } from './transport.ts';
import './director.css';

/** Steers the showing where one may; otherwise, and where one looks back alone, one's own picture. */
export const Director = ({ onHelp }: { readonly onHelp: () => void }) => {
  counted('Director');
  const desk = useTheDesk();
  const role = useDesk(({ welcome }) => welcome?.role);
  const mine = useDesk((state) => !steers(state));
  const playing = useDesk(({ shown }) => shown?.head.playing === true);
  const speed = useDesk(({ shown }) => shown?.head.speed ?? 1);
  const isBack = useDesk(({ back }) => back !== undefined);
  const alone = useDesk((state) => state.alone);
  const { director } = WORDS;
  const act = transport(desk);
  // A viewer at the live end has nothing to play or to stop: it isn't his.
  const canPlay = !mine || isBack;
  return (
    <section className="director" aria-label={director.label} data-mine={mine ? '' : undefined}>
      <div className="director-keys">
        <Key icon="key-back" label={director.keyBack} onPress={act.keyBack} />
        <Key icon="step-back" label={director.stepBack} onPress={act.stepBack} />
        <button
          type="button"
          className="director-play"
          disabled={!canPlay}
          onClick={act.playOrPause}
          title={playing ? director.pause : director.play}
        >
          <Icon name={playing ? 'pause' : 'play'} />
          <span className="unseen">{playing ? director.pause : director.play}</span>
        </button>
        <Key icon="step-on" label={director.stepOn} onPress={act.stepOn} isOff={mine && !isBack} />
        <Key icon="key-on" label={director.keyOn} onPress={act.keyOn} isOff={mine && !isBack} />
      </div>
      <label className="director-speed">
        <span className="unseen">{director.speed}</span>
        <select value={String(speed)} disabled={!canPlay} onChange={({ target }) => act.setSpeed(Number(target.value))}>
          {[...new Set([...SPEEDS, speed])]
            .sort((a, b) => a - b)
            .map((each) => (
              <option key={each} value={each}>
                {director.speedOf(each)}
              </option>
            ))}
        </select>
      </label>
      <SeekBox />
      <p className="director-where">
        <Where />
      </p>
      {role === 'operator' && (
        <label className="director-alone" title={director.aloneHint}>
          <input type="checkbox" checked={alone} onChange={({ target }) => desk.steerAlone(target.checked)} />
          <Icon name="lone" />
          <span>{director.alone}</span>
        </label>
      )}
      <button type="button" className="director-live" disabled={!isBack} onClick={() => desk.goLive()}>
        <span className="director-dot" aria-hidden="true" />
        {director.live}
      </button>
      <button type="button" className="director-key director-help" onClick={onHelp} title={director.help}>
        <Icon name="keyboard" />
        <span className="unseen">{director.help}</span>
      </button>
    </section>
  );
};

interface KeyProps {
  readonly icon: IconName;
  readonly label: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

const Key = ({ icon, label, isOff = false, onPress }: KeyProps) => (
  <button
    type="button"
    className={icon.startsWith('step') ? 'director-key director-step' : 'director-key'}
    disabled={isOff}
    onClick={onPress}
    title={label}
  >
    <Icon name={icon} />
    <span className="unseen">{label}</span>
  </button>
);

const SeekBox = () => {
  const desk = useTheDesk();
  const [text, setText] = useState('');
  return (
    <form
      className="director-seek"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        desk.goTo({ time: text.trim().replace(/[’′]/g, "'") });
        setText('');
      }}
    >
      <input
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={WORDS.director.seekHint}
        aria-label={WORDS.director.seekLabel}
        enterKeyHint="go"
      />
    </form>
  );
};

/** Changes with each entry, so it's a part of its own. */
const Where = () => {
  counted('Where');
  const cursor = useDesk(({ shown }) => shown?.head.cursor ?? 0);
  const entries = useDesk(({ shown }) => shown?.head.entries ?? 0);
  const refusal = useDesk((state) => state.refusal);
  const mode = useDesk((state) =>
    state.back !== undefined || state.alone
      ? WORDS.director.lookingBack
      : state.welcome?.role === 'operator'
        ? WORDS.director.everyone
        : WORDS.director.viewer,
  );
  return (
    <>
      <span className="director-entry">{WORDS.director.entries(cursor, entries)}</span>
      <span className="director-mode">{mode}</span>
      <span role="alert" key={refusal?.at} className="director-refusal">
        {refusal?.text}
      </span>
    </>
  );
};
