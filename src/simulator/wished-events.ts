/** What can be wished for; `penalty` is one that is taken, whatever comes of it. */
export const WISHED_EVENTS = [
  'goal',
  'own-goal',
  'penalty',
  'penalty scored',
  'penalty missed',
  'retake',
  'yellow',
  'second-yellow',
  'red',
  'goalkeeper red',
  'var overturned',
  'var upheld',
  'substitution',
  'concussion substitution',
  'injury',
  'temporarily off',
] as const;
export type WishedEvent = (typeof WISHED_EVENTS)[number];
