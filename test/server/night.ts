import type { Recording } from '../../src/journal/recording.ts';
import { amend, entriesOf, event, HEADER, type Line, retract } from '../journal/feed.ts';

const at = (half: '1H' | '2H', seconds: number): string => {
  const running = seconds + (half === '2H' ? 45 * 60 : 0);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${half} ${two(Math.floor(running / 60))}:${two(running % 60)}`;
};

/** An eventful night of four hundred entries, with goals that are taken back and cards that go to another man. */
export const night = (): Recording => {
  const lines: Line[] = [event('kick-off', '1H 00:00', { club: 'HOM' }, { id: 'ko1' })];
  for (const half of ['1H', '2H'] as const) {
    const start = half === '1H' ? 0 : 63 * 60_000;
    if (half === '2H') lines.push(event('kick-off', '2H 45:00', { club: 'AWY' }, { id: 'ko2' }));
    for (let index = 1; index <= 190; index += 1) {
      const time = at(half, index * 14);
      const side = index % 2 === 0 ? 'home' : 'away';
      const by = `${side}-${2 + (index % 10)}`;
      const id = `${half === '1H' ? 'f' : 's'}${index}`;
      if (index % 38 === 0) {
        lines.push(event('goal', time, { by }, { id }));
        if (index === 76) lines.push(retract(id, start + index * 14_000 + 9000));
        if (index === 114) lines.push(amend(id, 'goal', time, { by: `${side}-11` }, start + index * 14_000 + 5000));
      } else if (index % 29 === 0) lines.push(event('caution', time, { person: by }, { id }));
      else if (index % 7 === 0) lines.push(event('corner', time, { club: side === 'home' ? 'HOM' : 'AWY' }, { id }));
      else lines.push(event('shot', time, { by, outcome: 'off-target' }, { id }));
    }
  }
  lines.push(event('half-time', '1H 44:50', {}, { id: 'ht' }), event('full-time', '2H 89:50', {}, { id: 'ft' }));
  return { header: { ...HEADER, title: 'An eventful night' }, entries: entriesOf(lines) };
};
