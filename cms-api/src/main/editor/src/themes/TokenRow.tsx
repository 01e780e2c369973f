import { RotateCcw } from "lucide-react";
import { Button } from "../kit/Button";
import { hexOf } from "./contrast";
import { useTokenName } from "./names";
import { type Declared, type Own, typed } from "./tokens";
import { useSay } from "./words";

/** A design token with the value of the site, or of the theme where the site has none. */
export function TokenRow({
  token,
  own,
  isWrong,
  onChange,
}: {
  token: Declared;
  own: Own | undefined;
  isWrong: boolean;
  onChange: (own: Own | undefined) => void;
}) {
  const say = useSay();
  const named = useTokenName();
  const name = named(token.name);
  const value = own?.value ?? typed(token.value);
  const hasNight = token.dark !== undefined && token.dark !== null;
  const dark = own ? own.dark : hasNight ? typed(token.dark) : undefined;

  return (
    <div className={isWrong ? "themes-token wrong" : "themes-token"}>
      <span className="themes-token-name">
        {name}
        {own && <span className="soft small"> · {say("own")}</span>}
      </span>
      <Value
        label={say("day", { name })}
        isColour={token.type === "color"}
        value={value}
        onChange={(next) => onChange({ value: next, dark })}
      />
      {hasNight && (
        <Value
          label={say("night", { name })}
          isColour
          value={dark ?? value}
          onChange={(next) => onChange({ value, dark: next })}
        />
      )}
      {own && (
        <Button
          look="quiet"
          iconOnly
          icon={<RotateCcw size={18} strokeWidth={1.5} aria-hidden />}
          onPress={() => onChange(undefined)}
        >
          {say("reset", { name })}
        </Button>
      )}
      {isWrong && <p className="error themes-wrong">{say(token.type === "color" ? "wrong.colour" : "wrong.other")}</p>}
    </div>
  );
}

function Value({
  label,
  isColour,
  value,
  onChange,
}: {
  label: string;
  isColour: boolean;
  value: string;
  onChange: (value: string) => void;
}) {
  const say = useSay();
  const hex = isColour ? hexOf(value) : undefined;
  return (
    <span className="themes-value">
      {hex && (
        <input
          type="color"
          className="themes-colour"
          aria-label={say("pick", { label })}
          value={hex}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <input
        className="input"
        aria-label={label}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
