export interface Stop {
  /** Resolves when this process is asked to end. Asking once more ends it at once. */
  readonly asked: Promise<StopSignal>;
  /** Leaves signals to do what they usually do. */
  readonly forget: () => void;
}

type StopSignal = 'SIGINT' | 'SIGTERM';

export const awaitStop = (): Stop => {
  const { promise: asked, resolve } = Promise.withResolvers<StopSignal>();
  const hear = (signal: NodeJS.Signals): void => {
    forget();
    resolve(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
  };
  const forget = (): void => {
    process.off('SIGINT', hear);
    process.off('SIGTERM', hear);
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
  return { asked, forget };
};
