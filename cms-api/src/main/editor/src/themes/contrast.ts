import type { Schemas } from "../api/client";
import { type Declared, type Owns, resolved } from "./tokens";

/** A pair of colours that can't be told apart well enough, by day or by night. */
export interface TooLow {
  above: string;
  below: string;
  isDark: boolean;
  ratio: number;
  least: number;
}

type Rgb = readonly [number, number, number];

/** The pairs whose contrast is too low (WCAG 2.2, 1.4.3 and 1.4.11). Colours that let something shine through are not judged. */
export function tooLow(pairs: Schemas["ContrastPair"][], declared: Declared[], owns: Owns): TooLow[] {
  return pairs.flatMap(({ above, below, least }) =>
    [false, true].flatMap((isDark) => {
      const ratio = ratioOf(resolved(above, isDark, declared, owns), resolved(below, isDark, declared, owns));
      return ratio !== undefined && ratio < least ? [{ above, below, isDark, ratio, least }] : [];
    }),
  );
}

/** From 1 to 21; undefined if one of the two can't be judged. */
export function ratioOf(above: string | undefined, below: string | undefined): number | undefined {
  const one = above === undefined ? undefined : rgbOf(above);
  const other = below === undefined ? undefined : rgbOf(below);
  if (!one || !other) {
    return undefined;
  }
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function rgbOf(colour: string): Rgb | undefined {
  const hex = hexOf(colour);
  return hex ? ([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb) : undefined;
}

/** The colour as `#rrggbb`, as a picker of colours wants it; undefined for what it can't show. */
export function hexOf(colour: string): string | undefined {
  const text = colour.trim().toLowerCase();
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1];
  if (hex) {
    return hex.length === 3 ? `#${[...hex].map((digit) => digit + digit).join("")}` : `#${hex}`;
  }
  const rgb = /^rgb\((\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})\)$/.exec(text);
  return rgb
    ? `#${rgb
        .slice(1)
        .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, "0"))
        .join("")}`
    : undefined;
}
