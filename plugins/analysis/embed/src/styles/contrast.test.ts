import { readFileSync } from 'node:fs';
import path from 'node:path';

const css = readFileSync(path.join(__dirname, 'base.css'), 'utf8');

/** The colours of `base.css` by name: light, dark. */
const colours = new Map(
  [...css.matchAll(/--_([\w-]+): var\([\w-]+, light-dark\((#\w{6}), (#\w{6})\)\)/g)].map(
    ([, name, light, dark]) => [name as string, { light, dark } as Record<string, string>]
  )
);

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

const on = (grounds: string[], names: string[], least: number) =>
  names.flatMap((name) => grounds.map((ground) => [name, ground, least] as const));

describe.each(['light', 'dark'])('where it is %s', (scheme) => {
  test.each([
    ...on(['background', 'surface'], ['text', 'muted', 'accent', 'bad'], 4.5),
    ...on(['field'], ['text'], 4.5),
    ...on(['accent'], ['on-accent'], 4.5),
    ...on(['bad'], ['on-bad'], 4.5),
    ...on(['background', 'surface', 'field'], ['edge', 'star'], 3),
  ])('%s shows on %s at %d:1', (name, ground, least) => {
    const [front, back] = [colours.get(name), colours.get(ground)];
    expect(contrast(front?.[scheme] as string, back?.[scheme] as string)).toBeGreaterThanOrEqual(
      least
    );
  });
});

test('browsers without light-dark() get the light ones', () => {
  expect(colours.size).toBeGreaterThanOrEqual(12);
  for (const [name, { light }] of colours) {
    expect(css).toContain(`--_${name}: var(--analysis-${name}, ${light});`);
  }
});
