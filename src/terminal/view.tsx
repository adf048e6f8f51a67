import { Box, Text, useApp, useInput, useWindowSize } from 'ink';
import { memo, useEffect, useSyncExternalStore } from 'react';
import { dayScreen } from './day-screen.ts';
import type { Key } from './keys.ts';
import { type Depth, paint } from './paint.ts';
import type { Size } from './picture.ts';
import type { Ending, Stage } from './stage.ts';
import { keysIn } from './typing.ts';

export interface ViewProps {
  readonly stage: Stage;
  readonly depth: Depth;
  readonly onEnd: (ending: Ending) => void;
  /** Stops this process, until its shell wakes it. */
  readonly sleep: () => Promise<void>;
}

/** The whole screen, drawn anew as the stage says. */
export const View = ({ stage, depth, onEnd, sleep }: ViewProps) => {
  const size = useWindowSize();
  const { suspendTerminal } = useApp();
  useSyncExternalStore(stage.subscribe, stage.version);

  useEffect(() => {
    const timer = setInterval(() => stage.tick(), tickMs(size));
    return () => clearInterval(timer);
  }, [stage, size]);

  const suspend = (): void => {
    const wake = stage.rest();
    void suspendTerminal(sleep).finally(wake);
  };
  const onKey = (key: Key): void => stage.press(key, size, { end: onEnd, suspend });
  useInput((input, key) => {
    for (const each of keysIn(input, key)) onKey(each);
  });

  const picture = stage.picture(size);
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      {picture === undefined ? (
        <Text>…</Text>
      ) : (
        dayScreen(picture).map((line, row) => <Row key={row} text={paint(line, depth)} />)
      )}
    </Box>
  );
};

/** A row that is the same is left alone. */
const Row = memo(({ text }: { readonly text: string }) => <Text wrap="truncate">{text}</Text>);

/** A wide screen has more to be painted, and is looked at from farther away. */
export const tickMs = ({ columns }: Pick<Size, 'columns'>): number => (columns >= 200 ? 100 : 1000 / 30);
