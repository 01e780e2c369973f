import { diffWordsWithSpace } from "diff";
import { wordsOf } from "../../richtext/tree";
import { useSay } from "../words";

/** A value in words; with what it was before, the words that came and went are marked. */
export function Words({ value, before }: { value: unknown; before?: unknown }) {
  const say = useSay();
  const text = inWords(value);
  if (text === "" && before === undefined) {
    return <p className="soft">{say("conflict.empty")}</p>;
  }
  const parts =
    before === undefined ? [{ value: text, added: false, removed: false }] : diffWordsWithSpace(inWords(before), text);
  return (
    <p className="writing-words">
      {parts.map((part, index) => {
        const key = `${index} ${part.value.slice(0, 8)}`;
        if (part.added) {
          return <ins key={key}>{part.value}</ins>;
        }
        return part.removed ? <del key={key}>{part.value}</del> : <span key={key}>{part.value}</span>;
      })}
    </p>
  );
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) {
    return "";
  }
  if (typeof value === "string") {
    return value.startsWith("<") ? wordsOf(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(inWords).filter(Boolean).join("\n");
  }
  if (typeof value === "object") {
    const { id: _, type: __, ...shown } = value as Record<string, unknown>;
    return Object.values(shown).map(inWords).filter(Boolean).join(" · ");
  }
  return String(value);
}
