import type { Schemas } from "../api/client";
import { Notice } from "../kit/Bits";
import { currentLanguage } from "../words/language";
import { tooLow } from "./contrast";
import type { Declared, Owns } from "./tokens";
import { useSay } from "./words";

/** Whether every pair of colours can be told apart, and which can't. */
export function ContrastReport({
  pairs,
  declared,
  owns,
  named,
}: {
  pairs: Schemas["ContrastPair"][];
  declared: Declared[];
  owns: Owns;
  named: (token: string) => string;
}) {
  const say = useSay();
  const low = tooLow(pairs, declared, owns);
  const number = new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return (
    <section className="stack tight" aria-labelledby="themes-contrast" aria-live="polite">
      <h3 id="themes-contrast">{say("contrast")}</h3>
      {low.length === 0 ? (
        <Notice tone="good">
          <p>{say("contrast.good", { count: pairs.length })}</p>
        </Notice>
      ) : (
        <Notice tone="warning">
          <p>{say("contrast.low", { count: low.length })}</p>
          <ul>
            {low.map(({ above, below, isDark, ratio, least }) => (
              <li key={`${above} ${below} ${isDark}`}>
                {say(isDark ? "contrast.pair.dark" : "contrast.pair", {
                  above: named(above),
                  below: named(below),
                  ratio: number.format(Math.floor(ratio * 10) / 10),
                  least: number.format(least),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
