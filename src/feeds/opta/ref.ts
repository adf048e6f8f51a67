import { type Fields, textOf } from '../json.ts';

/** `t174`, `p212769`, `f1009316` are 174, 212769 and 1009316 in F24. */
export const refOf = (value: unknown): string | undefined => textOf(value)?.replace(/^[a-z]+(?=\d)/i, '');

/** Whom of the staff a booking of F7 names. */
export const officialIn = ({ ManagerRef, OfficialRef, TeamOfficialRef }: Fields): string | undefined =>
  refOf(ManagerRef) ?? refOf(OfficialRef) ?? refOf(TeamOfficialRef);
