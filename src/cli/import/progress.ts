import { openBar } from '../bar.ts';

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
  const format = `{bar} {percentage}% of ${files} files, {eta_formatted} left`;
  const bar = await openBar(files * READS, format, files >= WORTH_A_BAR);
  const times = new Map<string, number>();
  return {
    read: (name) => {
      const before = times.get(name) ?? 0;
      times.set(name, before + 1);
      if (before < READS) bar.advance();
    },
    isShown: bar.isShown,
    end: bar.end,
  };
};

const WORTH_A_BAR = 10;
const READS = 2;
