import type { Schemas } from "../api/client";

export type Declared = Schemas["TokenDeclaration"];

/** What a site has a token be; by night as by day where `dark` is absent. */
export interface Own {
  value: string;
  dark?: string;
}

/** A site's own values by the name of the token. */
export type Owns = Record<string, Own>;

const DARK = "nl.plein.dark";

/** A value as one types it. */
export function typed(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : value === undefined || value === null ? "" : String(value);
}

/** The site's own values out of its part `theme`: names with dots, or the tree of the format. */
export function ownsOf(tree: unknown, prefix = ""): Owns {
  const owns: Owns = {};
  if (typeof tree !== "object" || tree === null || Array.isArray(tree)) {
    return owns;
  }
  for (const [key, value] of Object.entries(tree)) {
    const name = prefix + key;
    if (key.startsWith("$")) {
      continue;
    }
    if (typeof value === "object" && value !== null && "$value" in value) {
      const token = value as { $value: unknown; $extensions?: Record<string, unknown> };
      const dark = token.$extensions?.[DARK];
      owns[name] = { value: typed(token.$value), ...(dark !== undefined && { dark: typed(dark) }) };
    } else if (typeof value === "object" && !Array.isArray(value)) {
      Object.assign(owns, ownsOf(value, `${name}.`));
    } else {
      owns[name] = { value: typed(value) };
    }
  }
  return owns;
}

/** Own values as the part `theme` has them: names with dots, each with what it is by night. */
export function treeOf(owns: Owns, declared: Declared[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(owns).map(([name, own]) => {
      const type = declared.find((token) => token.name === name)?.type ?? "";
      return [
        name,
        {
          $value: valueOfType(own.value, type),
          ...(own.dark !== undefined && { $extensions: { [DARK]: valueOfType(own.dark, type) } }),
        },
      ];
    }),
  );
}

function valueOfType(text: string, type: string): unknown {
  if ((type === "number" || type === "fontWeight") && /^[\d.]+$/.test(text.trim())) {
    return Number(text);
  }
  if (type === "fontFamily" && text.includes(",")) {
    return text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
  }
  return text.trim();
}

/** What a token comes to in the end, whatever other names it stands for; undefined where that leads nowhere. */
export function resolved(name: string, isDark: boolean, declared: Declared[], owns: Owns): string | undefined {
  let at = name;
  for (let step = 0; step <= declared.length; step += 1) {
    const token = declared.find((one) => one.name === at);
    if (!token) {
      return undefined;
    }
    const own = owns[at];
    const said = own
      ? isDark
        ? (own.dark ?? own.value)
        : own.value
      : typed(isDark ? (token.dark ?? token.value) : token.value);
    const alias = /^\{(.+)\}$/.exec(said.trim())?.[1];
    if (alias === undefined) {
      return said.trim();
    }
    at = alias;
  }
  return undefined;
}

const DIMENSION = /^(0|-?[\d.]+(px|rem|em|%|vw|vh|ch)|(clamp|min|max|calc)\(.+\))$/;
const COLOUR =
  /^(#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(rgb|rgba|hsl|hsla|oklch)\([\d.,%/ a-z-]+\)|transparent|currentcolor)$/i;

/** Whether a theme takes the text for a token of this type. */
export function isSound(text: string, { type }: Declared, names: ReadonlySet<string>): boolean {
  const said = text.trim();
  const alias = /^\{(.+)\}$/.exec(said)?.[1];
  if (alias !== undefined) {
    return names.has(alias);
  }
  switch (type) {
    case "color":
      return COLOUR.test(said);
    case "dimension":
      return DIMENSION.test(said);
    case "fontWeight":
      return /^[1-9]\d{0,2}$|^1000$/.test(said);
    case "number":
      return /^-?\d+(\.\d+)?$/.test(said);
    default:
      return said !== "" && !/[;{}<>]/.test(said);
  }
}
