import { diffLines } from "diff";
import { useEffect, useRef } from "react";
import { announce } from "../kit/announce";
import { Notice, Refusal } from "../kit/Bits";
import { Button } from "../kit/Button";
import { LeaveWarning } from "../kit/LeaveWarning";
import type { Collision } from "./change";
import type { PartForm } from "./form";
import { type Kind, partValue } from "./parts";
import { useSay } from "./words";

/** Saves a form, tells what was refused or changed by others meanwhile, and warns who leaves with something unsaved. */
export function SaveBar<T>({ form, told, canSave = true }: { form: PartForm<T>; told: string; canSave?: boolean }) {
  const say = useSay();
  return (
    <>
      {form.problem !== undefined && <Refusal problem={form.problem} />}
      {form.collision && <Collided collision={form.collision} form={form} told={told} />}
      <div className="sites-save">
        <Button
          look="primary"
          isDisabled={!canSave}
          onPress={() => (form.isChanged ? void form.save(told) : announce(say("save.same")))}
        >
          {say("save")}
        </Button>
        {form.isChanged && <Button onPress={form.reset}>{say("save.undo")}</Button>}
        <span className="soft small">{say(form.isChanged ? "save.changed" : "save.same")}</span>
      </div>
      <LeaveWarning isChanged={form.isChanged} />
    </>
  );
}

function Collided<T>({ collision, form, told }: { collision: Collision; form: PartForm<T>; told: string }) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="sites-collision" ref={box} tabIndex={-1} role="alert">
      <Notice tone="warning">
        <p>{say("collision.text")}</p>
        {collision.parts.map(({ kind, key }) => (
          <div className="sites-diff" key={key}>
            {diffLines(
              shown(partValue(collision.seen, kind as Kind, key)),
              shown(partValue(collision.now, kind as Kind, key)),
            )
              .filter((piece) => piece.added || piece.removed)
              .map((piece, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text that does not change
                <pre key={index}>
                  <span className="soft">{say(piece.added ? "collision.added" : "collision.removed")} </span>
                  {piece.value}
                </pre>
              ))}
          </div>
        ))}
        <div className="actions">
          <Button onPress={form.reset}>{say("collision.theirs")}</Button>
          <Button onPress={() => void form.insist(told)}>{say("collision.mine")}</Button>
        </div>
      </Notice>
    </div>
  );
}

/** A value as people can read it: a line for each thing that it says, and for an item of a menu its words. */
function shown(value: unknown, indent = ""): string {
  if (value === undefined || value === null) {
    return "";
  }
  if (typeof value !== "object") {
    return `${indent}${String(value)}\n`;
  }
  const { label, href, items } = value as Record<string, unknown>;
  if (typeof label === "string") {
    return `${indent}${label}${typeof href === "string" ? ` (${href})` : ""}\n${shown(items, `${indent}  `)}`;
  }
  return Object.entries(value)
    .map(([key, member]) =>
      typeof member === "object" && member !== null
        ? shown(member, Array.isArray(value) || key === "items" ? indent : `${indent}${key} `)
        : `${indent}${key}: ${String(member)}\n`,
    )
    .join("");
}
