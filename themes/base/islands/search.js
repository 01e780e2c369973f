/**
 * Answers ?q= on the search page from the site's own index: no server, no third party.
 * Without JavaScript the page shows the sections of the site instead.
 */
class PleinSearch extends HTMLElement {
  async connectedCallback() {
    this.replaceChildren();
    const query = (new URLSearchParams(location.search).get("q") ?? "").trim();
    if (!query) return;
    document.getElementById(this.dataset.field).value = query;
    const home = new URL(this.dataset.home.replace(/\/?$/, "/"), location.href);
    this.show(query, find(query, await index(home)));
  }

  show(query, found) {
    const { none, one, many } = this.dataset;
    const words = found.length === 0 ? none : found.length === 1 ? one : many;
    const status = element("p", "lead", words.replace("{0}", found.length).replace("{1}", query));
    status.setAttribute("role", "status");
    const rows = element("ul", "rows");
    rows.append(...found.slice(0, 50).map(row));
    this.replaceChildren(status, ...(found.length ? [rows] : []));
  }
}

/** All pages of this language. A large site has its index in parts, and the file of the usual name tells how many. */
async function index(home) {
  const read = async (name) => (await fetch(new URL(name, home))).json();
  const first = await read("search-index.json");
  if (Array.isArray(first)) return first;
  const names = Array.from({ length: first.parts }, (_, part) => `search-index-${part + 1}.json`);
  return (await Promise.all(names.map(read))).flat();
}

/** Pages that hold every word of the query, the best first; a word in the title weighs ten times one in the text. */
function find(query, pages) {
  const words = fold(query).split(/\s+/);
  const scored = pages.map((page) => {
    const title = fold(page.t);
    const text = fold(page.x ?? "");
    const scores = words.map((word) => (title.includes(word) ? 10 : 0) + (text.includes(word) ? 1 : 0));
    return { page, score: scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) };
  });
  return scored
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((one) => one.page);
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

function row(page) {
  const link = element("a", "", page.t);
  link.href = page.u;
  const title = element("h2", "card-title");
  title.append(link);
  const card = element("article", "card");
  card.append(title, element("p", "card-text", shorten(page.x ?? "", 180)));
  const item = document.createElement("li");
  item.append(card);
  return item;
}

function shorten(text, length) {
  return text.length <= length ? text : `${text.slice(0, text.lastIndexOf(" ", length))} …`;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

customElements.define("plein-search", PleinSearch);
