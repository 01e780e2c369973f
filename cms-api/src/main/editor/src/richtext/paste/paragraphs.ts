import type { Node, Schema } from "@tiptap/pm/model";

/** Two line breaks part paragraphs; those without words are left out. */
export function paragraphsOf(words: Node[], schema: Schema): Node[] {
  const parts: Node[][] = [[]];
  words.forEach((leaf, index) => {
    const isBreak = leaf.type.name === "lineBreak";
    if (isBreak && words[index + 1]?.type.name === "lineBreak") {
      parts.push([]);
    } else if (!(isBreak && parts.at(-1)?.length === 0)) {
      parts.at(-1)?.push(leaf);
    }
  });
  return parts
    .map((part) => trimmed(part, schema))
    .filter((part) => part.some((leaf) => !leaf.isText || leaf.text?.trim()))
    .map((part) => schema.node("paragraph", null, part));
}

function trimmed(part: Node[], schema: Schema): Node[] {
  const leaves = [...part];
  while (leaves.at(-1)?.type.name === "lineBreak") {
    leaves.pop();
  }
  const cut = (index: number, pattern: RegExp) => {
    const leaf = leaves.at(index);
    const words = leaf?.text?.replace(pattern, "");
    if (leaf?.isText && words !== leaf.text) {
      leaves.splice(index, 1, ...(words ? [schema.text(words, leaf.marks)] : []));
    }
  };
  cut(0, /^ +/);
  cut(-1, / +$/);
  return leaves;
}
