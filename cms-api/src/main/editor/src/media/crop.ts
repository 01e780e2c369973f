export interface Point {
  x: number;
  y: number;
}

export const MIDDLE: Point = { x: 0.5, y: 0.5 };

/** The part of a picture that a cut keeps, as fractions of it. */
export interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * What the server keeps when it cuts a picture: as much as fits, with the focal point as near to its middle as the edges allow.
 *
 * @param picture width divided by height
 * @param cut     width divided by height
 */
export function cropOf(picture: number, cut: number, focus: Point): Part {
  const width = Math.min(1, cut / picture);
  const height = Math.min(1, picture / cut);
  return { left: within(focus.x - width / 2, 1 - width), top: within(focus.y - height / 2, 1 - height), width, height };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** Kept to whole percents, inside the picture: as the server keeps it. */
export function pointAt(x: number, y: number): Point {
  const percents = (value: number) => Math.round(within(value, 1) * 100) / 100;
  return { x: percents(x), y: percents(y) };
}

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where a key leads to: a percent, or ten with Shift; nowhere for other keys. */
export function moved(point: Point, key: string, isFar: boolean): Point | undefined {
  const step = STEPS[key];
  const size = isFar ? 0.1 : 0.01;
  return step && pointAt(point.x + step[0] * size, point.y + step[1] * size);
}
