import { useEffect, useState } from "react";
import { GridList, GridListItem } from "react-aria-components";
import type { Site } from "../app/site";
import { Empty } from "../kit/Bits";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { TextInput } from "../kit/Field";
import { Pages } from "../kit/Pages";
import { useSay as useKitSay } from "../kit/words";
import { AddFiles } from "./AddFiles";
import { type Asset, fetchFiles, filesOf, nameOf, type Wanted } from "./asset";
import { DropFiles } from "./DropFiles";
import { Thumb } from "./Thumb";
import { UploadList } from "./UploadList";
import { uploads, useUploads } from "./uploads";
import { useLater } from "./useLater";
import { useSay } from "./words";
import "./media.css";

export interface PickedFile {
  asset: string;
  /** Of the file. */
  name: string;
  /** What it shows, by locale; empty if nobody said it. */
  alt: Record<string, string>;
  /** Where visitors get it, once something published uses it. */
  src: string;
  mediaType: string;
  /** Pixels; 0 if it is no picture. */
  width: number;
  height: number;
}

export interface PickFileProps {
  site: Site;
  kind?: "picture" | "any";
  onPick: (file: PickedFile) => void;
  onClose: () => void;
}

/** Picks a file of the site, or one that is uploaded here and now: a single one is picked as soon as it has arrived. */
export function PickFile({ site, kind = "any", onPick, onClose }: PickFileProps) {
  const say = useSay();
  const kit = useKitSay();
  const [typed, setTyped] = useState("");
  const text = useLater(typed.trim());
  const wanted: Wanted = { kind: kind === "picture" ? "picture" : undefined, text };
  const pick = (asset: Asset) => {
    onClose();
    onPick(pickedOf(asset));
  };
  const add = useAdd(site, kind, pick);
  // What was uploaded here before is in the list by now.
  useEffect(() => uploads.clear(), []);
  return (
    <Dialog title={say(kind === "picture" ? "pick.picture" : "pick.any")} wide onClose={onClose}>
      <DropFiles onFiles={add}>
        <div className="media-pick stack">
          <div className="media-pick-bar">
            <TextInput label={say("search")} type="search" value={typed} onChange={setTyped} autoFocus />
            <AddFiles pictures={kind === "picture"} onFiles={add} />
            <Button onPress={onClose}>{kit("cancel")}</Button>
          </div>
          <UploadList site={site} links={false} />
          <Pages
            name={[...filesOf(site), "pick", wanted.kind, text]}
            fetch={(cursor) => fetchFiles(site, wanted, cursor)}
            empty={
              <Empty title={text ? say("none.title") : say("empty.title")}>
                <p>{text ? say("none.text") : say("empty.text")}</p>
              </Empty>
            }
          >
            {(found) => (
              <GridList
                aria-label={say("pick.list")}
                className="media-grid"
                layout="grid"
                items={found}
                onAction={(key) => {
                  const asset = found.find((one) => one.id === key);
                  if (asset) {
                    pick(asset);
                  }
                }}
              >
                {(asset) => (
                  <GridListItem id={asset.id} textValue={nameOf(asset)} className="media-card">
                    <Thumb site={site} asset={asset} />
                    <span className="media-card-name">{nameOf(asset)}</span>
                  </GridListItem>
                )}
              </GridList>
            )}
          </Pages>
        </div>
      </DropFiles>
    </Dialog>
  );
}

function pickedOf(asset: Asset): PickedFile {
  const { id, file, alt, src, mediaType, width, height } = asset;
  return { asset: id, name: file, alt, src, mediaType, width, height };
}

/** Uploads, and picks a single file when it has arrived, unless it is of the wrong kind. */
function useAdd(site: Site, kind: "picture" | "any", pick: (asset: Asset) => void) {
  const [awaited, setAwaited] = useState<string>();
  const arrived = useUploads(site).find((upload) => upload.id === awaited)?.asset;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the arrival that picks
  useEffect(() => {
    if (arrived && (kind === "any" || arrived.kind === "picture")) {
      pick(arrived);
    }
  }, [arrived]);
  return (files: File[]) => {
    uploads.clear();
    const ids = uploads.add(site, files);
    setAwaited(ids.length === 1 ? ids[0] : undefined);
  };
}
