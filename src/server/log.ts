/** Where the server writes down what happens: a pino logger, or anything that is called as one. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

type Write = (fields: object, message: string) => void;

const nothing = (): void => undefined;

/** Writes nothing down. */
export const SILENT: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * A logger of JSON lines, on standard error unless told otherwise, so that standard output stays the command's own.
 * No token is ever given to it; should a request find its way there all the same, its secrets are left out.
 */
export const openLog = async (
  level: LogLevel,
  destination: { write(line: string): void } = process.stderr,
): Promise<Log> => {
  // Loaded late, for those who log nothing.
  const { pino, stdTimeFunctions } = await import('pino');
  const redact = { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true };
  const log: Log = pino({ name: 'touchline', level, redact, timestamp: stdTimeFunctions.isoTime }, destination);
  return log;
};

const SECRETS = ['token', 'key', 'authorization', '["sec-websocket-protocol"]', '["touchline-key"]'];
