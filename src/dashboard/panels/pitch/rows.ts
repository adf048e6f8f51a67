import type { SeenPerson } from '../../../faces/people.ts';
import type { SeenTeam } from '../../../faces/teams.ts';
import { words } from '../../../faces/words.ts';
import { WORDS } from '../words.ts';

/** Everybody of a team in words, for the table. */
export const rowsOf = (team: SeenTeam) => everybody(team).map((person) => [...rowOf(person), team.short]);

const everybody = ({ rows, bench, off, staff }: SeenTeam): SeenPerson[] => [...rows.flat(), ...off, ...bench, ...staff];

const rowOf = (person: SeenPerson) => {
  const { on, replaced, offAt, offFor, replacedBy, goals, ownGoals, yellows, sentOff, capacity } = person;
  const told = [
    ...(person.captain ? [WORDS.pitch.captain] : []),
    ...(on === undefined
      ? []
      : [`${WORDS.pitch.on(on)}${replaced === undefined ? '' : ` ${WORDS.pitch.for(replaced)}`}`]),
    ...(goals > 0 ? [WORDS.pitch.goals(goals)] : []),
    ...(ownGoals > 0 ? [WORDS.pitch.ownGoals(ownGoals)] : []),
    ...yellows.map((label) => `${WORDS.cards.yellow} ${label}`),
    ...(sentOff === undefined
      ? []
      : [`${WORDS.pitch.offFor.red} ${sentOff.label} ${WORDS.pitch.sentOffWas[capacity ?? 'player']}`.trim()]),
    ...(offAt === undefined || offFor === 'red'
      ? []
      : [
          `${WORDS.pitch.offFor[offFor ?? 'left']} ${offAt}${replacedBy === undefined ? '' : ` ${WORDS.pitch.by(replacedBy)}`}`,
        ]),
  ];
  const position = person.goalkeeper
    ? WORDS.pitch.goalkeeper
    : (words.positions[person.position ?? ''] ?? person.position);
  return [person.name, person.shirt ?? '', position ?? '', WORDS.pitch.where[person.where], told.join('; ')];
};
