import type { ReactNode } from "react";
import { Problem } from "../api/problem";
import { inLanguage, useLanguage } from "../words/language";
import { Button } from "./Button";
import { faultText } from "./faults";
import { useSay } from "./words";

export type Tone = "plain" | "good" | "warm" | "accent" | "danger";

/** What state something is in: words first, the colour only repeats them. */
export function State({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`state ${tone}`}>{children}</span>;
}

export function Notice({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "good" | "warning" | "danger";
  children: ReactNode;
}) {
  return (
    <div className={`notice ${tone}`} role={tone === "danger" ? "alert" : undefined}>
      {children}
    </div>
  );
}

/** What to do where there is nothing yet. */
export function Empty({ icon, title, children }: { icon?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      {icon}
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** The shape of what comes, while it comes. */
export function Shapes({ rows = 5 }: { rows?: number }) {
  const say = useSay();
  return (
    <div className="shapes" role="status" aria-label={say("loading")}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows that all look the same
        <span className="shape" key={row} style={{ width: `${90 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** A refusal in human words, with what it points at, and another try where that makes sense. */
export function Refusal({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const text = problemText(problem, language, say);
  const faults = problem instanceof Problem ? problem.faults.filter((fault) => fault.detail !== text) : [];
  return (
    <Notice tone="danger">
      <p>{text}</p>
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, 10).map((fault) => (
            <li key={`${fault.location} ${fault.code}`}>{faultText(fault, language, say)}</li>
          ))}
        </ul>
      )}
      {onRetry && <Button onPress={onRetry}>{say("retry")}</Button>}
    </Notice>
  );
}

export function problemText(problem: unknown, language: "nl" | "en", say: ReturnType<typeof useSay>): string {
  if (!(problem instanceof Problem)) {
    return say("problem.here");
  }
  if (problem.isOffline) {
    return say("problem.offline");
  }
  if (problem.status === 403) {
    return say("problem.forbidden", { detail: problem.detail });
  }
  if (problem.status >= 500) {
    return say("problem.server", { code: String(problem.members.correlationId ?? problem.code) });
  }
  const [fault] = problem.faults;
  const isOfFault = fault?.detail === problem.detail;
  return inLanguage(problem.members.messages, language, isOfFault ? faultText(fault, language, say) : problem.detail);
}

export function PageHead({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <h1 tabIndex={-1}>{title}</h1>
      {children && <div className="actions">{children}</div>}
      {lead && <p className="lead">{lead}</p>}
    </header>
  );
}
