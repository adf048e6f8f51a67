import { dayOf, formatScore, hourOf, inWords } from '../../english/words.ts';
import { personName } from '../../faces/names.ts';
import type { Fixture } from '../../match/fixture.ts';
import type { Correction, TimelineItem, Views } from '../../projections/views.ts';
import { byOrder, table } from './lines.ts';

/** Everything in the order received, over all legs. */
export const allMoments = ({ timeline }: Views, fixture: Fixture, width: number | undefined): string[] => {
  const legged = fixture.legs.length > 1;
  const rows = byOrder(timeline).map((item) => [...(legged ? [`L${item.at.leg}`] : []), ...row(item, fixture)]);
  return table(rows, width);
};

/** What one jumps to, in the leg being played. */
export const keyMoments = ({ timeline, clock }: Views, fixture: Fixture, width: number | undefined): string[] => {
  const items = byOrder(timeline).filter(({ key, at }) => key === true && at.leg === clock.leg);
  return table(
    items.map((item) => row(item, fixture)),
    width,
  );
};

const row = (item: TimelineItem, fixture: Fixture): string[] => {
  const { label, kind, club = '', person, key } = item;
  const who = person === undefined ? '' : personName(fixture, person);
  return [label, key === true ? '*' : '', kind, club, who, notesOn(item, fixture).join(', ')];
};

/** `goal, Samardzic (ATA)` */
export const aboutItem = ({ kind, person, club }: TimelineItem, fixture: Fixture): string =>
  `${inWords(kind)}${person === undefined ? '' : `, ${personName(fixture, person)}`}${club === undefined ? '' : ` (${club})`}`;

/** What else there is to know of an item. */
export const notesOn = (item: TimelineItem, fixture: Fixture): string[] => {
  const { kind, other, score, own, minutes, outcome, reason, text, corrected, received } = item;
  return [
    ...(score === undefined ? [] : [formatScore(score)]),
    ...(own === true ? ['own goal'] : []),
    ...(kind === 'substitution' && other !== undefined ? [`for ${personName(fixture, other)}`] : []),
    ...(kind === 'goal' && other !== undefined ? [`from ${personName(fixture, other)}`] : []),
    ...(minutes === undefined ? [] : [`${minutes} min`]),
    ...[outcome, reason, item.status, item.irregular?.code].filter((word) => word !== undefined).map(inWords),
    ...(text === undefined ? [] : [text]),
    ...(item.supersededBy === undefined ? [] : ['superseded']),
    ...(item.retractedBy === undefined ? [] : ['taken back']),
    ...(corrected === undefined ? [] : [wasOf(corrected.was, item, fixture)]),
    ...(received === undefined ? [] : [`received ${dayOf(received)}, ${hourOf(received)}`]),
  ];
};

const wasOf = (was: Correction, { kind, club, person }: TimelineItem, fixture: Fixture): string => {
  const before = [
    ...(was.kind === kind ? [] : [was.kind]),
    ...(was.person === undefined || was.person === person ? [] : [personName(fixture, was.person)]),
    ...(was.club === undefined || was.club === club ? [] : [`(${was.club})`]),
  ];
  return before.length === 0 ? 'corrected' : `told before as ${before.join(' ')}`;
};

/** Reasons and outcomes are kebab-case words of ours. */
