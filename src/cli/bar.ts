/** How far a long piece of work has come, told on standard error with an estimate where that's a terminal. */
export interface Bar {
  readonly advance: (by?: number) => void;
  readonly isShown: boolean;
  readonly end: () => void;
}

/** `format` is cli-progress's; `{eta_formatted}` is what is left. Quiet where nobody looks, and where it isn't worth it. */
export const openBar = async (total: number, format: string, isWorthIt = true): Promise<Bar> => {
  if (!process.stderr.isTTY || !isWorthIt) return QUIET;
  const { SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar({
    format,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: false,
    // An estimate by the last few alone would jump.
    etaBuffer: 30,
  });
  bar.start(total, 0);
  return { advance: (by = 1) => bar.increment(by), isShown: true, end: () => bar.stop() };
};

const QUIET: Bar = { advance: () => undefined, isShown: false, end: () => undefined };
