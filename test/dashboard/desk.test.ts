import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../src/client/connect.ts';
import { Desk } from '../../src/dashboard/desk/desk.ts';
import type { Route } from '../../src/dashboard/desk/route.ts';
import type { ServerMessage } from '../../src/wire/message.ts';
import { FakeSocket, match, snapshot, URL_OF_SERVER } from '../client/stage.ts';

const OTHERS = 'inter-arsenal';
let desk: Desk;
let wentTo: Route[];

beforeEach(() => {
  FakeSocket.all = [];
});
afterEach(() => desk.close());

const sitDown = (route: Route = {}): void => {
  wentTo = [];
  desk = new Desk({
    url: URL_OF_SERVER,
    token: undefined,
    route,
    goes: (there) => wentTo.push(there),
    connect: (url, options) => connect(url, { ...options, webSocket: FakeSocket, random: () => 0 }),
  });
};

const welcome = (...ids: string[]): ServerMessage => ({
  type: 'welcome',
  protocol: 'touchline.v1.json',
  role: 'viewer',
  matches: ids.map((id) => ({ id, epoch: 'a1', title: id })),
});

/** Two small scoreboards, as the wall has them. */
const wall = (): void => {
  for (const id of [match, OTHERS]) desk.glance(id, ['clock', 'scoreboard'], () => undefined);
};

const joined = () => FakeSocket.latest.said.flatMap((each) => (each.type === 'join' ? [[each.match, each.views]] : []));

test('an address of a match opens it while the wall still stands', () => {
  sitDown();
  FakeSocket.latest.says(welcome(match, OTHERS));
  wall();
  desk.arrive({ match });
  expect(desk.state.route).toEqual({ match });
  expect(joined().at(-1)).toEqual([match, undefined]);
  // The boards' own pictures have been answered before the match's comes.
  FakeSocket.latest.says(snapshot(1), snapshot(2, { match: OTHERS }), snapshot(3));
  expect(desk.state.shown?.head.cursor).toBe(3);
});

test('the wall is left by a way back and come to again', () => {
  sitDown({ match });
  FakeSocket.latest.says(welcome(match, OTHERS));
  desk.arrive({});
  wall();
  expect(() => desk.open(match)).not.toThrow();
  expect(desk.state.route).toEqual({ match });
});

test('where one match alone is left on after a break it opens by itself', async () => {
  sitDown();
  FakeSocket.latest.says(welcome(match, OTHERS));
  wall();
  FakeSocket.latest.ends();
  await expect.poll(() => FakeSocket.all.length).toBe(2);
  FakeSocket.latest.says(welcome(match));
  expect(wentTo).toEqual([{ match }]);
});
