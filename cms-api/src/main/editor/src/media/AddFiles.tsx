import { Upload } from "lucide-react";
import { FileTrigger } from "react-aria-components";
import { Button, type Look } from "../kit/Button";
import { useSay } from "./words";

/** A button that opens the files of the device. */
export function AddFiles({
  look,
  pictures = false,
  onFiles,
}: {
  look?: Look;
  pictures?: boolean;
  onFiles: (files: File[]) => void;
}) {
  const say = useSay();
  return (
    <FileTrigger
      allowsMultiple
      acceptedFileTypes={pictures ? ["image/*"] : undefined}
      onSelect={(files) => files && onFiles([...files])}
    >
      <Button look={look} icon={<Upload size={18} strokeWidth={1.5} aria-hidden />}>
        {say("add")}
      </Button>
    </FileTrigger>
  );
}
