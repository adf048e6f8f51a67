import { expect, test } from 'vitest';
import type { Programme, Sight } from '../../src/terminal/programme.ts';
import { Stage } from '../../src/terminal/stage.ts';
import { pictureAt, SIZES } from './pictures.ts';

const SIZE = SIZES['100×30'];
const DOINGS = { end: () => undefined, suspend: () => undefined };

const sightAt = (time: string): Sight => {
  const { fixture, head, views, heardAt, entryOf } = pictureAt(time, SIZE);
  return { fixture, head, views, heardAt, entryOf };
};

const onStage = (start: string) => {
  let sight = sightAt(start);
  const programme: Programme = {
    latest: () => sight,
    control: () => undefined,
    steering: () => ({ may: true }),
    trouble: () => undefined,
    rest: () => () => undefined,
    onSaid: () => undefined,
  };
  const stage = new Stage(programme, () => 0);
  stage.tick();
  return {
    stage,
    comesTo: (time: string) => {
      sight = sightAt(time);
      stage.tick();
    },
  };
};

test('a goal that comes as one looks on is shown from afar', () => {
  const { stage, comesTo } = onStage("56'");
  comesTo("57'");
  expect(stage.picture(SIZE)?.flash).toMatchObject({ kind: 'goal', club: 'ATA' });
});

test('whoever jumps past a goal hasn’t seen it come', () => {
  const { stage, comesTo } = onStage("56'");
  stage.press({ char: ']' }, SIZE, DOINGS);
  comesTo("57'");
  expect(stage.picture(SIZE)?.flash).toBeUndefined();
  comesTo("75'");
  expect(stage.picture(SIZE)?.flash).toMatchObject({ kind: 'goal', club: 'BVB' });
});
