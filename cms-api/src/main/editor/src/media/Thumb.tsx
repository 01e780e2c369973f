import { FileArchive, FileText, File as OtherFile } from "lucide-react";
import { useState } from "react";
import type { Site } from "../app/site";
import { type Asset, bytesOf } from "./asset";

const ICONS: Record<string, typeof OtherFile> = {
  "application/pdf": FileText,
  "application/zip": FileArchive,
  "text/plain": FileText,
};

/** A small picture of a file, or a sign of what it is. It says nothing by itself: the name stands beside it. */
export function Thumb({ site, asset, width = 320 }: { site: Site; asset: Asset; width?: 160 | 320 }) {
  const [isBroken, setBroken] = useState(false);
  if (asset.kind === "picture" && !isBroken) {
    // A drawing has no pixels to be made fewer of.
    const isDrawing = asset.mediaType === "image/svg+xml";
    return (
      <span className="media-thumb">
        <img
          src={bytesOf(site, asset, isDrawing ? undefined : { width })}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
        />
      </span>
    );
  }
  const Icon = ICONS[asset.mediaType] ?? OtherFile;
  return (
    <span className="media-thumb sign">
      <Icon size={width === 160 ? 20 : 36} strokeWidth={1.5} aria-hidden />
      {width === 320 && <span>{asset.file.split(".").pop()?.toUpperCase()}</span>}
    </span>
  );
}
