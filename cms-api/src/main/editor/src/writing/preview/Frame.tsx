import { useEffect, useRef, useState } from "react";
import { useSay } from "../words";

/**
 * A page as wide as on its screen, made smaller where there is less room. The page that is there stays until the next one is loaded. How far
 * somebody had scrolled in it can't be read: its page has no origin.
 */
export function Frame({ src, width }: { src: string; width: number }) {
  const say = useSay();
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const [shown, setShown] = useState(src);

  useEffect(() => {
    const box = room.current;
    if (!box) {
      return;
    }
    const observer = new ResizeObserver(() => setScale(Math.min(1, box.clientWidth / width)));
    observer.observe(box);
    return () => observer.disconnect();
  }, [width]);

  const size = { width, height: `${100 / scale}%`, transform: `scale(${scale})`, marginInline: scale < 1 ? 0 : "auto" };
  return (
    <div className="preview-room" ref={room}>
      <iframe key={shown} src={shown} title={say("preview.frame")} sandbox="allow-scripts" style={size} />
      {src !== shown && (
        <iframe
          key={src}
          className="preview-next"
          src={src}
          title={say("preview.frame")}
          tabIndex={-1}
          aria-hidden
          sandbox="allow-scripts"
          style={size}
          onLoad={() => setShown(src)}
        />
      )}
    </div>
  );
}
