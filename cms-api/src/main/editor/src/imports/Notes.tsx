import { useSay } from "./words";

const FEW = 5;

/** What was noticed of the archive as a whole, such as addresses that several pages claim. Many are folded. */
export function Notes({ notes, omitted }: { notes: string[]; omitted: number }) {
  const say = useSay();
  if (notes.length === 0) {
    return null;
  }
  const title = say("notes", { count: notes.length + omitted });
  const list = (
    <ul className="imports-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
      {omitted > 0 && <li>{say("notes.omitted", { count: omitted })}</li>}
    </ul>
  );
  return notes.length <= FEW ? (
    <section className="stack tight" aria-labelledby="notes-title">
      <h2 id="notes-title">{title}</h2>
      {list}
    </section>
  ) : (
    <section aria-labelledby="notes-title">
      <details className="imports-fold">
        <summary>
          <h2 id="notes-title">{title}</h2>
        </summary>
        {list}
      </details>
    </section>
  );
}
