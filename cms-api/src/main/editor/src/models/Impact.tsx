import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { Schemas } from "../api/client";
import type { Site } from "../app/site";
import { State } from "../kit/Bits";
import { Button } from "../kit/Button";
import { inLanguage, useLanguage } from "../words/language";
import { useSay } from "./words";

type Told = Schemas["TypeImpactTold"];

/** Examples that are in sight at once. */
const FEW = 5;

/** What a change of a type would mean, and the button that makes it. Nothing is taken away unseen. */
export function Impact({
  site,
  impact,
  isBusy,
  onSave,
}: {
  site: Site;
  impact: Schemas["TypeImpact"];
  isBusy: boolean;
  onSave: () => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { lost, unfit, rewritten, filters = [], fields = [], texts = 0 } = impact;
  return (
    <section className="stack" aria-labelledby="impact-title">
      <h2 id="impact-title" ref={title} tabIndex={-1}>
        {say("impact.title")}
      </h2>
      <p>{impact.needed ? say("impact.some", { texts }) : say("impact.nothing", { texts })}</p>
      {fields.length > 0 && (
        <ul className="models-impact">
          {fields.map((field) => (
            <li key={`${field.pointer} ${field.fate}`}>
              <State tone={field.fate === "removed" ? "danger" : "plain"}>{say(`fate.${field.fate}`)}</State>
              <code className="models-key">{field.pointer}</code>
              {field.fate === "renamed" && <code className="models-key">→ {field.to}</code>}
              {field.fate === "converted" && field.from && field.kind && (
                <span>{say("fate.kinds", { from: kindName(field.from, say), to: kindName(field.kind, say) })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <Part site={site} title={say("impact.lost")} hint={say("impact.lost.hint")} told={lost} />
      <Part site={site} title={say("impact.unfit")} hint={say("impact.unfit.hint")} told={unfit} />
      <Part site={site} title={say("impact.rewritten")} hint={say("impact.rewritten.hint")} told={rewritten} />
      {filters.length > 0 && (
        <div className="stack tight">
          <h3>{say("impact.filters")}</h3>
          <p className="soft">{say("impact.filters.hint")}</p>
          <ul>
            {filters.map((filter) => (
              <li key={filter.name}>{inLanguage(filter.message, language, filter.name)}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="actions">
        <Button look={impact.needed ? "danger" : "primary"} isDisabled={isBusy} onPress={onSave}>
          {say(impact.needed ? "save.anyway" : "save")}
        </Button>
      </div>
    </section>
  );
}

function Part({ site, title, hint, told }: { site: Site; title: string; hint: string; told: Told | undefined }) {
  const say = useSay();
  if (!told || told.drafts + told.published === 0) {
    return null;
  }
  return (
    <div className="stack tight">
      <h3>{title}</h3>
      <p>
        {say("impact.count", { drafts: told.drafts, published: told.published })} <span className="soft">{hint}</span>
      </p>
      <Examples site={site} examples={told.examples.slice(0, FEW)} />
      {told.examples.length > FEW && (
        <details>
          <summary className="models-more">{say("impact.more", { count: told.examples.length - FEW })}</summary>
          <Examples site={site} examples={told.examples.slice(FEW)} />
        </details>
      )}
      {told.examples.length >= 20 && <p className="soft small">{say("impact.first")}</p>}
    </div>
  );
}

function Examples({ site, examples }: { site: Site; examples: Told["examples"] }) {
  const language = useLanguage();
  return (
    <ul className="models-examples">
      {examples.map((example) => (
        <li key={`${example.site} ${example.entry} ${example.locale} ${example.pointer} ${example.draft}`}>
          <Link to={`/sites/${example.site}/entries/${example.entry}/${example.locale}`}>{example.title}</Link>
          <span className="soft small">
            {[example.locale, example.site !== site.id && example.site].filter(Boolean).join(" · ")}
          </span>
          <span className="soft">{inLanguage(example.message, language, example.code)}</span>
        </li>
      ))}
    </ul>
  );
}

function kindName(kind: string, say: ReturnType<typeof useSay>): string {
  return say(`kind.${kind}` as Parameters<typeof say>[0]);
}
