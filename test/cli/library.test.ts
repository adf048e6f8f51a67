import { distinctUntilChanged, filter, lastValueFrom, map, NEVER, toArray, VirtualTimeScheduler } from 'rxjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cuesOf,
  decide,
  frames,
  history,
  isGoal,
  loadScenario,
  playback,
  replay,
  resolveTie,
  view,
} from '../../src/index.ts';
import { folderWith, remove, TAKEN_BACK } from './command.ts';

let folder: string;
beforeAll(() => {
  folder = folderWith({ 'taken-back.yaml': TAKEN_BACK, 'broken.yaml': 'title: [' });
});
afterAll(() => remove(folder));

test('a program follows a match as a stream of frames and entries', async () => {
  const scheduler = new VirtualTimeScheduler();
  const match = await loadScenario(`${folder}/taken-back.yaml`);
  expect(match).toMatchObject({ name: 'taken-back', title: 'VAR takes back an early goal' });
  const { frames$, entries$ } = replay(match, { speed: 60, scheduler });
  const reviews = lastValueFrom(
    frames$.pipe(
      view('var'),
      map(({ status }) => status),
      distinctUntilChanged(),
      toArray(),
    ),
  );
  const goals = lastValueFrom(
    entries$.pipe(
      filter(isGoal),
      map(({ event }) => event.by),
      toArray(),
    ),
  );
  scheduler.flush();
  expect(await reviews).toEqual(['idle', 'checking', 'idle']);
  expect(await goals).toHaveLength(1);
});

test('a program asks what stood at any cursor', async () => {
  const views = history(await loadScenario(`${folder}/taken-back.yaml`)).viewsAt(2);
  expect(views.scoreboard.away).toMatchObject({ club: 'AWY', score: 1 });
});

test('a file that is no scenario is told with its place, a name that is none with the nearest one', async () => {
  await expect(loadScenario(`${folder}/broken.yaml`)).rejects.toThrow(/broken\.yaml:1:\d+ /);
  await expect(loadScenario('atalanta-dortmond')).rejects.toThrow(
    'there is no match called "atalanta-dortmond"; did you mean "atalanta-dortmund"?',
  );
});

test('who goes through is answered from the scores alone', () => {
  const legs = [
    { home: 'LYO', away: 'APO', score: { home: 1, away: 0 } },
    { home: 'APO', away: 'LYO', score: { home: 1, away: 0 }, extraTime: { home: 0, away: 0 } },
  ] as const;
  const answer = resolveTie({ regulations: 'uefa-champions-league-2025-26', legs, shootout: { home: 4, away: 3 } });
  expect(answer).toMatchObject({ aggregate: { LYO: 1, APO: 1 }, advancing: 'APO', by: 'shoot-out' });
});

test('a program builds a showing out of its parts: cues, playheads, frames', async () => {
  const scheduler = new VirtualTimeScheduler();
  const known = history(await loadScenario(`${folder}/taken-back.yaml`));
  const cues = cuesOf(known, {});
  const shown = lastValueFrom(
    playback(cues, NEVER, { scheduler, speed: 60 }).pipe(frames(known, cues, scheduler), toArray()),
  );
  scheduler.flush();
  const scores = (await shown).map(({ views }) => views.scoreboard.away.score);
  expect(scores.slice(0, 2)).toEqual([0, 1]);
  expect(scores.at(-1)).toBe(0);
});

test('a program asks the Laws before it reports anything', async () => {
  const state = history(await loadScenario(`${folder}/taken-back.yaml`)).stateAt(2);
  const at = { leg: 1, period: '1H', elapsed: 1_800_000 } as const;
  expect(decide(state, { type: 'kick-off', at, club: 'HOM' }, 'simulate')).toMatchObject({ kind: 'accepted' });
  expect(decide(state, { type: 'corner', at, club: 'HOM' }, 'simulate')).toMatchObject({
    kind: 'refused',
    refusal: { law: '8' },
  });
});
