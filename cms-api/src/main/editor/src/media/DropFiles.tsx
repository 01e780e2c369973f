import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useSay } from "./words";

/** Where files may be dropped: the whole of what is in it. Those who drag nothing use the button. */
export function DropFiles({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
  const say = useSay();
  const [isOver, setOver] = useState(false);
  // Entering a child leaves its parent: only what is left as often as it was entered is left.
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  function move(event: DragEvent, by: number) {
    if (hasFiles(event)) {
      event.preventDefault();
      depth.current += by;
      setOver(depth.current > 0);
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way beside the button, which has the keys
    <div
      className={isOver ? "media-drop over" : "media-drop"}
      onDragEnter={(event) => move(event, 1)}
      onDragOver={(event) => move(event, 0)}
      onDragLeave={(event) => move(event, -1)}
      onDrop={(event) => {
        if (hasFiles(event)) {
          event.preventDefault();
          depth.current = 0;
          setOver(false);
          onFiles([...event.dataTransfer.files]);
        }
      }}
    >
      {children}
      {isOver && <p className="media-drop-here">{say("drop")}</p>}
    </div>
  );
}
