import { describe, expect, test } from 'vitest';
import { bigDigits } from '../../src/terminal/digits.ts';
import { clubLook } from '../../src/terminal/looks.ts';
import { paint, readableOn } from '../../src/terminal/paint.ts';
import { cut, fit, padStart, span, textOf, threeParts, widthOf, wrapped } from '../../src/terminal/span.ts';

const BLUE = span('ATA', { fg: '#ffffff', bg: '#1e71b8', bold: true });

describe('colours', () => {
  test('are as many as the terminal has', () => {
    expect(paint([BLUE], 24)).toBe('\u001b[1;38;2;255;255;255;48;2;30;113;184mATA\u001b[22;39;49m');
    expect(paint([BLUE], 8)).toBe('\u001b[1;38;5;231;48;5;25mATA\u001b[22;39;49m');
    expect(paint([BLUE], 4)).toBe('\u001b[1;37;44mATA\u001b[22;39;49m');
  });

  test('are left out where they are unwanted; a plate is then in reverse', () => {
    expect(paint([BLUE], 0)).toBe('\u001b[1;7mATA\u001b[22;27m');
    expect(paint([span('as it stands')], 0)).toBe('as it stands');
  });

  test('a club without any, or with one that no terminal knows, is set in reverse', () => {
    expect(clubLook(undefined)).toEqual({ inverse: true, bold: true });
    expect(clubLook({ main: 'rebeccapurple' })).toEqual({ inverse: true, bold: true });
  });

  test('letters on a club’s colour are black or white, whichever can be read', () => {
    expect(readableOn('#fde100')).toBe('black');
    expect(readableOn('#10243e')).toBe('white');
  });

  test('a name from a file cannot steer the terminal', () => {
    expect(paint([span('Evil\u001b[2J\u202eman\u0007')], 24)).toBe('Evil[2Jman');
  });
});

describe('width', () => {
  test('counts columns: accents take none of their own, wide letters two', () => {
    expect(widthOf('Pašalić')).toBe(7);
    expect(widthOf('Pas\u030calic\u0301')).toBe(7);
    expect(widthOf('Højlund')).toBe(7);
    expect(widthOf('三笘')).toBe(4);
  });

  test('what is too long is cut with an ellipsis, never in the midst of a letter', () => {
    expect(cut('Samardžić', 6)).toBe('Samar…');
    expect(widthOf(cut('三笘薫三笘薫', 6))).toBeLessThanOrEqual(6);
    expect(padStart('Højlund', 10)).toBe('   Højlund');
    expect(textOf(fit([span('Mitoma '), span('三笘')], 9))).toBe('Mitoma … ');
  });

  test('lines break at blanks', () => {
    expect(wrapped('Kobel saves a shot by Samardžić', 13)).toEqual(['Kobel saves a', 'shot by', 'Samardžić']);
  });

  test('the middle stays in the middle whatever stands beside it', () => {
    expect(textOf(threeParts([span('a')], [span('90+7:53')], [span('bbb')], 17))).toBe('a    90+7:53  bbb');
  });
});

test('digits are three rows high', () => {
  expect(bigDigits('4–1')).toEqual(['█ █     ▄█ ', '▀▀█ ▀▀▀  █ ', '  ▀     ▀▀▀']);
});
