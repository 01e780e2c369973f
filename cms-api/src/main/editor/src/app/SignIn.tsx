import { type FormEvent, useState } from "react";
import { Problem } from "../api/problem";
import { enter, type Me } from "../api/session";
import { Notice, problemText } from "../kit/Bits";
import { Dialog } from "../kit/Dialog";
import { TextInput } from "../kit/Field";
import { useSay as useKitSay } from "../kit/words";
import { speak, useLanguage } from "../words/language";
import { queries } from "./queries";
import { useTitle } from "./title";
import { useSay } from "./words";

async function signIn(mail: string, password: string): Promise<Me> {
  let response: Response;
  try {
    response = await fetch("/identity/v1/sessions", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ mail, password }),
    });
  } catch {
    throw new Problem(0, "offline", "");
  }
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return (await response.json()) as Me;
}

function Form({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const say = useSay();
  const kit = useKitSay();
  const language = useLanguage();
  const [mail, setMail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!mail.trim() || !password) {
      setError(say("signIn.both"));
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      onSignedIn(await signIn(mail, password));
    } catch (problem) {
      setError(told(problem));
    } finally {
      setBusy(false);
    }
  }

  function told(problem: unknown): string {
    const code = problem instanceof Problem ? problem.code : "";
    switch (code) {
      case "wrong-sign-in":
        return say("signIn.wrong");
      case "too-many-tries":
        return say("signIn.tooMany");
      case "sign-in-busy":
        return say("signIn.busy");
      default:
        return problemText(problem, language, kit);
    }
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      {error && (
        <Notice tone="danger">
          <p>{error}</p>
        </Notice>
      )}
      <TextInput label={say("signIn.mail")} type="email" autoComplete="username" value={mail} onChange={setMail} />
      <TextInput
        label={say("signIn.password")}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <div className="actions">
        <button type="submit" className="button primary" disabled={isBusy}>
          {isBusy ? say("signIn.doing") : say("signIn.do")}
        </button>
        <a href="/identity/forgotten" target="_blank" rel="noreferrer">
          {say("signIn.forgotten")}
        </a>
      </div>
    </form>
  );
}

export function SignInPage() {
  const say = useSay();
  const language = useLanguage();
  useTitle(say("signIn.title"));
  return (
    <main className="sign-in">
      <div className="sign-in-card stack">
        <p className="brand">
          <Mark />
          Plein
        </p>
        <h1>{say("signIn.title")}</h1>
        <p className="soft">{say("signIn.lead")}</p>
        <Form
          onSignedIn={(me) => {
            queries.clear();
            queries.setQueryData(["session"], me);
            enter(me);
          }}
        />
        <p>
          <button
            type="button"
            className="button quiet"
            lang={language === "nl" ? "en" : "nl"}
            onClick={() => speak(language === "nl" ? "en" : "nl")}
          >
            {language === "nl" ? "English" : "Nederlands"}
          </button>
        </p>
      </div>
    </main>
  );
}

/** A session that ended while somebody was at work: the page stays as it is behind this. */
export function SignInOver({ me }: { me: Me }) {
  const say = useSay();
  return (
    <Dialog title={say("over.title")} isFirm onClose={() => {}}>
      <p>{say("over.text", { name: me.name })}</p>
      <Form
        onSignedIn={(back) => {
          if (back.person === me.person) {
            enter(back);
          } else {
            // Somebody else's work is not theirs to go on with: it stays in this browser for who typed it.
            location.reload();
          }
        }}
      />
    </Dialog>
  );
}

export function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className="mark">
      <path className="mark-ring" fillRule="evenodd" d="M2 2h20v20H2zM7 7v10h10V7z" />
      <path className="mark-warm" d="M9.5 9.5h5v5h-5z" />
    </svg>
  );
}
