/**
 * Whether a YAML file is a fixture that scenarios share, and no scenario: it has clubs or legs at its top, and neither
 * a log nor expectations. Told by the text alone, since most files needn't be read for it.
 */
export const isSharedFixture = (text: string): boolean =>
  /^(?:clubs|legs|home|away)[ \t]*:/m.test(text) && !/^(?:log|claims|why)[ \t]*:/m.test(text);
