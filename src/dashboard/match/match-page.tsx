import { useEffect, useMemo, useState } from 'react';
import { clockLabel } from '../../faces/running-clock.ts';
import { Announcer } from '../announce/announcer.tsx';
import { Commentary } from '../commentary/commentary.tsx';
import { counted } from '../desk/renders.ts';
import { useDesk, useTheDesk } from '../desk/use-desk.ts';
import { Director } from '../director/director.tsx';
import { Keys } from '../director/keys.tsx';
import { MatchHeader } from '../header/match-header.tsx';
import { Icon } from '../icon.tsx';
import { kitsOf } from '../kit.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { VarStage } from '../var/var-stage.tsx';
import { WORDS } from '../words.ts';
import { PanelHost } from './panel-host.tsx';
import { PANELS } from './panels.ts';
import { Tabs } from './tabs.tsx';
import { useMedia } from './use-media.ts';
import './match-page.css';

/** One match: the score over everything, VAR when it's on, the bar of the match, the words and one panel. */
export const MatchPage = () => {
  counted('MatchPage');
  const isHere = useDesk(({ shown }) => shown !== undefined);
  const desk = useTheDesk();
  const refusal = useDesk((state) => state.refusal);
  const isRefused = useDesk(({ connection }) => connection.state === 'refused');
  const kits = useKits();
  useTitle();
  const [helps, setHelps] = useState(false);
  if (!isHere) {
    return (
      <main className="page-wait" aria-busy={refusal === undefined && !isRefused}>
        {(refusal !== undefined || !isRefused) && <p role="status">{refusal?.text ?? WORDS.page.loading}</p>}
        {refusal !== undefined && (
          <button type="button" className="quiet-button" onClick={() => desk.open(undefined)}>
            <Icon name="wall" />
            {WORDS.page.toWall}
          </button>
        )}
      </main>
    );
  }
  return (
    <div className="match-page in-colours" style={kits}>
      <main>
        <BackBand />
        <MatchHeader />
        <VarStage />
        <div className="match-timeline">
          <Timeline />
        </div>
        <Body />
        <Announcer />
      </main>
      <Director onHelp={() => setHelps(true)} />
      <Keys isOpen={helps} onToggle={setHelps} />
    </div>
  );
};

const NAMES = PANELS.map(({ name }) => name);
const NARROW_NAMES = ['commentary', ...NAMES] as const;

/** Beside each other where there is room, else the commentary is a panel like the others. */
const Body = () => {
  const desk = useTheDesk();
  const panel = useDesk(({ route }) => route.panel);
  const isWide = useMedia('(min-width: 1000px)');
  const choose = (name: string): void => desk.choose(name);
  if (!isWide) {
    const chosen = NARROW_NAMES.find((name) => name === panel) ?? 'commentary';
    return (
      <div className="match-body">
        <Tabs names={NARROW_NAMES} chosen={chosen} onChoose={choose}>
          {chosen === 'commentary' ? <Commentary /> : <PanelHost name={chosen} />}
        </Tabs>
      </div>
    );
  }
  const chosen = NAMES.find((name) => name === panel) ?? NAMES[0] ?? '';
  return (
    <div className="match-body match-body-wide">
      <Commentary />
      <Tabs names={NAMES} chosen={chosen} onChoose={choose}>
        <PanelHost name={chosen} />
      </Tabs>
    </div>
  );
};

/** Nobody should take an earlier moment for the present. */
const BackBand = () => {
  const desk = useTheDesk();
  const back = useDesk((state) => state.back !== undefined);
  const waits = useDesk((state) => state.route.asOf !== undefined && state.back === undefined);
  const here = useDesk(({ shown }) => shown && clockLabel(shown.views.clock.period, shown.head.watch));
  const live = useDesk(
    (state) => state.back && state.live && clockLabel(state.live.views.clock.period, state.live.head.watch),
  );
  if (waits) {
    return (
      <p className="back-band" role="status">
        {WORDS.moment.fetching}
      </p>
    );
  }
  if (!back || here === undefined || live === undefined) return null;
  return (
    <div className="back-band" role="status">
      <p>
        <strong>{WORDS.moment.back(here)}</strong> {WORDS.moment.live(live)}
      </p>
      <button type="button" onClick={() => desk.goLive()}>
        {WORDS.moment.goLive}
      </button>
    </div>
  );
};

const useKits = (): React.CSSProperties => {
  const fixture = useDesk(({ shown }) => shown?.fixture);
  const home = useDesk(({ shown }) => shown?.views.scoreboard.home.club);
  const away = useDesk(({ shown }) => shown?.views.scoreboard.away.club);
  return useMemo(() => {
    const coloursOf = (club: string | undefined) => {
      const { main, text } = fixture?.clubs[club ?? '']?.colours ?? {};
      return main === undefined ? undefined : { main, ...(text === undefined ? {} : { text }) };
    };
    const kits = kitsOf(coloursOf(home), coloursOf(away));
    return {
      '--home': kits.home.main,
      '--home-text': kits.home.text,
      '--away': kits.away.main,
      '--away-text': kits.away.text,
    } as React.CSSProperties;
  }, [fixture, home, away]);
};

/** A tab of the browser tells the score too. */
const useTitle = (): void => {
  const title = useDesk(({ shown }) => {
    if (shown === undefined) return WORDS.page.title;
    const { home, away } = shown.views.scoreboard;
    return `${home.club} ${home.score}–${away.score} ${away.club} · ${WORDS.page.title}`;
  });
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(
    () => () => {
      document.title = WORDS.page.title;
    },
    [],
  );
};
