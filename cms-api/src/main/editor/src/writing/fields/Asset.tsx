import { FileText, ImagePlus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../kit/Button";
import { TextInput } from "../../kit/Field";
import { bytesOf, PickFile } from "../../media/door";
import { inLanguage } from "../../words/language";
import { useDesk, useFault } from "../desk";
import { useSay } from "../words";
import { useFile } from "./entries";
import type { FieldProps } from "./FieldView";
import { FieldGroup } from "./label";

interface Shown {
  asset: string;
  alt?: string;
}

/** A file, with the words that say here what a picture shows. */
export function AssetField({ definition, value, path, onChange }: FieldProps) {
  const say = useSay();
  const { site, locale } = useDesk();
  const [isPicking, setPicking] = useState(false);
  const fault = useFault(`${path}/alt`);
  const shown = isShown(value) ? value : undefined;
  const file = useFile(site, shown?.asset);
  const isPicture = file.data?.kind === "picture";
  const alt = inLanguage(file.data?.alt, locale.startsWith("en") ? "en" : "nl");
  return (
    <FieldGroup definition={definition} path={path}>
      {shown ? (
        <div className="writing-asset">
          {file.data && isPicture ? (
            <img src={bytesOf(site, file.data, { width: 640 })} alt={shown.alt ?? ""} />
          ) : (
            <p className="row">
              <FileText size={20} strokeWidth={1.5} aria-hidden /> {file.isError ? say("pick.gone") : file.data?.file}
            </p>
          )}
          {isPicture && (
            <TextInput
              label={say("asset.alt")}
              hint={alt && shown.alt !== alt ? say("asset.altOfFile", { alt }) : say("asset.altHint")}
              error={fault}
              lang={locale}
              value={shown.alt ?? ""}
              onChange={(words) => onChange({ ...shown, alt: words })}
            />
          )}
          <div className="actions">
            <Button onPress={() => setPicking(true)}>{say("asset.other")}</Button>
            <Button look="quiet" onPress={() => onChange(undefined)}>
              {say("asset.remove")}
            </Button>
          </div>
        </div>
      ) : (
        <Button icon={<ImagePlus size={18} strokeWidth={1.5} aria-hidden />} onPress={() => setPicking(true)}>
          {say("asset.pick")}
        </Button>
      )}
      {isPicking && (
        <PickFile
          site={site}
          kind="any"
          onClose={() => setPicking(false)}
          onPick={(picked) => onChange({ asset: picked.asset, alt: shown?.alt || picked.alt[locale] || undefined })}
        />
      )}
    </FieldGroup>
  );
}

function isShown(value: unknown): value is Shown {
  return typeof value === "object" && value !== null && typeof (value as Shown).asset === "string";
}
