import { bytes } from "../words/dates";
import type { Asset } from "./asset";

/** "PNG · 640 × 420 · 212 kB" */
export function measuresOf({ file, width, height, size }: Pick<Asset, "file" | "width" | "height" | "size">): string {
  return [
    file.split(".").pop()?.toUpperCase(),
    width > 0 && `${width}\u00a0×\u00a0${height}`,
    bytes(size).replace(" ", "\u00a0"),
  ]
    .filter(Boolean)
    .join(" · ");
}
