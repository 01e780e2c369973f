import { useEffect, useRef, useState } from "react";
import { api } from "../api/client";
import type { Site } from "../app/site";
import { useAct } from "../kit/act";
import { announce } from "../kit/announce";
import { Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { type Asset, bytesOf } from "./asset";
import { Crops } from "./Crops";
import { MIDDLE, moved, type Point, pointAt } from "./crop";
import { useSay } from "./words";

/** A point is kept when it has rested for so long: who moves it by keys does not save every step. */
const REST = 700;

/** A picture, and the point of it that stays when it is cut: set by a click, by dragging, or by the arrow keys. */
export function FocalPoint({ site, asset, onChanged }: { site: Site; asset: Asset; onChanged: () => void }) {
  const say = useSay();
  const saving = useAct();
  const kept = asset.focalPoint as Point | null | undefined;
  const [point, setPoint] = useState<Point>(kept ?? MIDDLE);
  const [isMoved, setMoved] = useState(false);
  const picture = useRef<HTMLImageElement>(null);
  const isDragged = useRef(false);
  const path = { site: site.id, asset: asset.id };
  const where = say("focus.where", { x: Math.round(point.x * 100), y: Math.round(point.y * 100) });

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the point that is to rest
  useEffect(() => {
    if (!isMoved) {
      return;
    }
    const timer = setTimeout(async () => {
      setMoved(false);
      const isKept = await saving.perform(() =>
        api.PUT("/manage/v1/sites/{site}/assets/{asset}/focal-point", { params: { path }, body: point }),
      );
      if (isKept) {
        announce(say("focus.kept", { where }));
        onChanged();
      }
    }, REST);
    return () => clearTimeout(timer);
  }, [point, isMoved]);

  function place(next: Point) {
    setPoint(next);
    setMoved(true);
  }

  function placeAt(event: { clientX: number; clientY: number }) {
    const box = picture.current?.getBoundingClientRect();
    if (box) {
      place(pointAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
    }
  }

  async function forget() {
    setMoved(false);
    setPoint(MIDDLE);
    const isForgotten = await saving.perform(
      () => api.DELETE("/manage/v1/sites/{site}/assets/{asset}/focal-point", { params: { path } }),
      say("focus.forgotten"),
    );
    if (isForgotten) {
      onChanged();
    }
  }

  return (
    <section className="stack tight" aria-labelledby="focus-title">
      <h2 id="focus-title">{say("focus.title")}</h2>
      <p className="soft">{say("focus.hint")}</p>
      {saving.problem !== undefined && <Refusal problem={saving.problem} />}
      <div
        className="media-focus"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          isDragged.current = true;
          placeAt(event);
        }}
        onPointerMove={(event) => isDragged.current && placeAt(event)}
        onPointerUp={() => {
          isDragged.current = false;
        }}
        onPointerCancel={() => {
          isDragged.current = false;
        }}
      >
        <img ref={picture} src={bytesOf(site, asset, { width: 960 })} alt={say("focus.picture")} draggable={false} />
        <button
          type="button"
          className="media-focus-point"
          style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }}
          aria-label={`${say("focus.title")}: ${where}`}
          aria-describedby="focus-keys"
          onKeyDown={(event) => {
            const next = moved(point, event.key, event.shiftKey);
            if (next) {
              event.preventDefault();
              place(next);
            }
          }}
        />
      </div>
      <div className="row">
        <p className="soft small" id="focus-keys">
          {where}. {say(saving.isBusy || isMoved ? "focus.keeping" : "focus.keys")}
        </p>
        {kept && <Button onPress={() => void forget()}>{say("focus.forget")}</Button>}
      </div>
      <Crops site={site} asset={asset} point={point} />
    </section>
  );
}
