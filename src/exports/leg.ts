import type { Recording } from '../journal/recording.ts';

/** The leg that is meant: the last one of which anything has been told. Throws `NoSuchLeg` where nothing has been of the one asked for. */
export const legOf = ({ header, entries }: Recording, asked: number | undefined): number => {
  const told = entries.flatMap((entry) => (entry.kind === 'event' ? [entry.event.at.leg] : []));
  const leg = asked ?? told.reduce((most, each) => Math.max(most, each), 1);
  if (asked === undefined || told.includes(asked)) return leg;
  const { length } = header.fixture.legs;
  throw new NoSuchLeg(
    asked > length
      ? `there is no leg ${asked} in this match; it has ${length}`
      : `nothing of leg ${asked} has been told yet`,
  );
};

/** Its message is a sentence for whoever asked. */
export class NoSuchLeg extends Error {
  override readonly name = 'NoSuchLeg';
}
