import { describe, expect, it } from 'vitest';
import { decimalsOf, numberText, percentText } from '#charts/number-text.ts';

describe('numberText', () => {
  it.each([
    [1118.68, 1, '1,118.7'],
    [-5.2, 2, '−5.20'],
    [0, 1, '0.0'],
    [-0.04, 1, '0.0'],
    [999_999.96, 1, '1,000,000.0'],
    [-1_234_567, 0, '−1,234,567'],
    [12_300_000, 1, '1.23e+7'],
  ])('writes %d with %d decimals as %s', (value, decimals, text) => {
    expect(numberText(value, decimals)).toBe(text);
  });
});

describe('percentText', () => {
  it.each([
    [0.0123, '+1.2%'],
    [-0.02, '−2.0%'],
    [-0.0001, '0.0%'],
    [0, '0.0%'],
  ])('writes a change of %d as %s', (fraction, text) => {
    expect(percentText(fraction)).toBe(text);
  });
});

describe('decimalsOf', () => {
  it.each([
    [[1100, 1150], 0],
    [[0.95, 1], 2],
    [[0.975, 1], 3],
    [[-2.5, 0, 2.5], 1],
    [[3 * 0.1], 1],
    [[], 0],
  ])('needs for %j %d decimals', (values, decimals) => {
    expect(decimalsOf(values)).toBe(decimals);
  });
});
