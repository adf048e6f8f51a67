/** How far a long piece of work has come, told on standard error where that's a terminal. */
export interface Progress {
  /** A file is read: once to see whose it is, and once more to import it. */
  readonly read: (name: string) => void;
  /** Whether lines should wait until the bar is gone. */
  readonly isShown: boolean;
  readonly end: () => void;
}

/** Quiet for a few files, and where nobody looks. */
export const progressOver = async (files: number): Promise<Progress> => {
  if (!process.stderr.isTTY || files < WORTH_A_BAR) return QUIET;
  const { SingleBar } = (await import('cli-progress')).default;
  const format = `{bar} {percentage}% of ${files} files, {eta_formatted} left`;
  const bar = new SingleBar({
    format,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: false,
    etaBuffer: 30,
  });
  const times = new Map<string, number>();
  bar.start(files * READS, 0);
  return {
    read: (name) => {
      const before = times.get(name) ?? 0;
      times.set(name, before + 1);
      if (before < READS) bar.increment();
    },
    isShown: true,
    end: () => bar.stop(),
  };
};

const WORTH_A_BAR = 10;
const READS = 2;

const QUIET: Progress = { read: () => undefined, isShown: false, end: () => undefined };
