import { FolderArchive } from "lucide-react";
import { useId } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "../kit/Button";
import { bytes } from "../words/dates";
import { useSay } from "./words";

/** The archive of the device that is to be read. */
export function ChooseArchive({
  archive,
  error,
  onChoose,
}: {
  archive?: File;
  error?: string;
  onChoose: (archive: File) => void;
}) {
  const say = useSay();
  const id = useId();
  return (
    <div className={error ? "field wrong" : "field"}>
      <p className="label" id={`${id}-label`}>
        {say("archive")}
      </p>
      <p className="hint">{say("archive.hint")}</p>
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <div className="row">
        <FileTrigger
          acceptedFileTypes={["application/zip", "application/x-zip-compressed", ".zip"]}
          onSelect={(files) => files?.[0] && onChoose(files[0])}
        >
          <Button icon={<FolderArchive size={18} strokeWidth={1.5} aria-hidden />} aria-describedby={`${id}-chosen`}>
            {say(archive ? "archive.other" : "archive.choose")}
          </Button>
        </FileTrigger>
        <span id={`${id}-chosen`}>
          {archive ? `${archive.name} (${bytes(archive.size)})` : <span className="soft">{say("archive.none")}</span>}
        </span>
      </div>
    </div>
  );
}
