import { spelled, upperFirst } from '../../english/words.ts';
import type { MatchEvent } from '../../match/event.ts';
import { regulationsOf } from '../../match/regulations/regulations.ts';
import { labelOf } from '../../match/time.ts';
import type { Block, Section } from './block.ts';
import { knownAs, type Subject } from './subject.ts';

/** Who reported the leg, how sure that is, and what the sources' notes say of its key moments. */
export const sourcesOf = (subject: Subject): Section => {
  const { claims, fixture, items } = subject;
  const { name, laws } = regulationsOf(fixture.regulations);
  const counts = new Map<string, number>();
  const sureness = new Map<string, number>();
  for (const { reported } of claims) {
    for (const by of [reported?.by ?? []].flat()) counts.set(by, (counts.get(by) ?? 0) + 1);
    if (reported?.fact !== undefined) sureness.set(reported.fact, (sureness.get(reported.fact) ?? 0) + 1);
  }
  const named = [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  const sure = [...sureness].sort(([, a], [, b]) => b - a).map(([fact, count]) => `${count} ${fact}`);
  const key = new Set(items.filter((item) => item.key === true || item.kind === 'foul').map(({ id }) => id));
  const notes = claims.flatMap(({ id, event, reported }) =>
    reported?.note !== undefined && (key.has(id) || reported.fact === 'disputed')
      ? [[labelOf(event.at), aboutEvent(subject, event), upperFirst(reported.note)]]
      : [],
  );
  const blocks: Block[] = [
    ...(named.length === 0
      ? [{ kind: 'text' as const, text: 'The entries name no source.' }]
      : [
          {
            kind: 'text' as const,
            text: `${claims.length} entries of this leg${sure.length === 0 ? '' : ` (${sure.join(', ')})`}, from ${named.map(([by, count]) => `${by} (${count})`).join(', ')}.`,
            small: true as const,
          },
        ]),
    ...(notes.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'Where sources part on key moments',
            heads: ['Minute', 'Of', 'Note'],
            figures: [0],
            rows: notes,
          },
        ]),
    { kind: 'text', text: `Judged by the regulations of the ${name} and the Laws of the Game ${laws}.`, small: true },
  ];
  return { id: 'sources', title: 'Sources', blocks };
};

const aboutEvent = (subject: Subject, event: MatchEvent): string => {
  const { by, person } = event as { readonly by?: string; readonly person?: string };
  const who = typeof by === 'string' ? by : person;
  return `${upperFirst(NAMES[event.type] ?? spelled(event.type))}${who === undefined || !subject.people.has(who) ? '' : `, ${knownAs(subject, who)}`}`;
};

const NAMES: Readonly<Partial<Record<MatchEvent['type'], string>>> = {
  'kick-off': 'kick-off',
  'half-time': 'half-time',
  caution: 'yellow card',
  'second-yellow': 'second yellow card',
  red: 'red card',
  'var-check': 'VAR check',
  'var-review': 'VAR review',
  'var-decision': 'VAR decision',
  'penalty-awarded': 'penalty given',
};
