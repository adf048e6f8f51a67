import { expect, test } from 'vitest';
import type { Programme, Sight } from '../../src/terminal/programme.ts';
import { Stage } from '../../src/terminal/stage.ts';
import { pictureAt, SIZES } from './pictures.ts';

const SIZE = SIZES['100×30'];

const sightAt = (time: string, jumps = 0): Sight => {
  const { fixture, head, views, heardAt, entryOf } = pictureAt(time, SIZE);
  return { fixture, head, views, heardAt, jumps, entryOf };
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
  const stage = new Stage([programme], () => 0);
  stage.tick();
  return {
    flash: () => stage.picture(SIZE)?.flash,
    playsTo: (time: string) => {
      sight = sightAt(time, sight.jumps);
      stage.tick();
    },
    jumpsTo: (time: string) => {
      sight = sightAt(time, sight.jumps + 1);
      stage.tick();
    },
  };
};

test('a goal that comes as one looks on is shown from afar', () => {
  const { flash, playsTo } = onStage("56'");
  playsTo("57'");
  expect(flash()).toMatchObject({ kind: 'goal', club: 'ATA', text: 'Goal, Pašalić. Atalanta 3–0 Dortmund.' });
});

test('whoever jumps past a goal hasn’t seen it come', () => {
  const { flash, playsTo, jumpsTo } = onStage("56'");
  jumpsTo("57'");
  expect(flash()).toBeUndefined();
  playsTo("75'");
  expect(flash()).toMatchObject({ kind: 'goal', club: 'BVB' });
});

test('a jump over several goals is no news, however few entries it passes', () => {
  const { flash, jumpsTo } = onStage("4'");
  jumpsTo("75'");
  expect(flash()).toBeUndefined();
  jumpsTo("56'");
  expect(flash()).toBeUndefined();
});

test('where it plays so fast that several goals come at once, the last is shown with the score that it made', () => {
  const { flash, playsTo } = onStage("4'");
  playsTo("75'");
  expect(flash()?.text).toBe('Goal, Adeyemi. Atalanta 3–1 Dortmund.');
});
