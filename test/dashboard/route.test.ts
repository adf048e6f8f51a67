import { expect, test } from 'vitest';
import { formatRoute, parseRoute, tokenIn } from '../../src/dashboard/desk/route.ts';

test.each([
  ['#/', {}],
  ['#/atalanta-dortmund', { match: 'atalanta-dortmund' }],
  ['#/atalanta-dortmund/charts', { match: 'atalanta-dortmund', panel: 'charts' }],
  ['#/atalanta-dortmund?asOf=107', { match: 'atalanta-dortmund', asOf: '107' }],
  ['#/two%2Flegs/known?asOf=2H+97%3A53', { match: 'two/legs', panel: 'known', asOf: '2H 97:53' }],
])('%s says which match, panel and moment, and is written the same again', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
  expect(formatRoute(route)).toBe(hash);
});

test('a plus between two numbers of a link is a blank, as in any query, and a minute of added time is read all the same', () => {
  expect(parseRoute("#/m?asOf=90%2B8'").asOf).toBe("90+8'");
  expect(parseRoute('#/m?asOf=90+8').asOf).toBe('90 8');
});

test('an address that is no percent-encoding is a match of that name', () => {
  expect(parseRoute('#/100%')).toEqual({ match: '100%' });
});

test('a token is read from the link, and no link is written with one', () => {
  expect(tokenIn('#/?token=watch-this')).toBe('watch-this');
  expect(formatRoute(parseRoute('#/m?token=watch-this'))).toBe('#/m');
});
