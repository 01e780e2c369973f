import { ExternalLink, Keyboard, Languages, LogOut, Menu, Search, UserRound } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { NavLink, useLocation, useNavigate, useParams } from "react-router";
import { api } from "../api/client";
import { leave, type Me } from "../api/session";
import { Button } from "../kit/Button";
import { ActMenu } from "../kit/Menu";
import { speak, useLanguage } from "../words/language";
import { Palette } from "./Palette";
import { queries } from "./queries";
import { Shortcuts } from "./Shortcuts";
import { Mark } from "./SignIn";
import { screensOf } from "./screens";
import { liveAddress, type Site, useSites } from "./site";
import { useSay } from "./words";

/** The frame of all screens: rail at the left, what one works on beside it. */
export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const say = useSay();
  const { site: id } = useParams();
  const { pathname } = useLocation();
  const sites = useSites();
  const [isOpen, setOpen] = useState(false);
  const [over, setOver] = useState<"palette" | "shortcuts">();
  const known = sites.data?.items ?? [];
  const site = known.find((one) => one.id === (id ?? localStorage.getItem("plein.site"))) ?? known[0];

  useEffect(() => {
    if (id) {
      localStorage.setItem("plein.site", id);
    }
  }, [id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever went somewhere has no use for the menu
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOver("palette");
      } else if (event.key === "?" && !isTyping(event.target)) {
        setOver("shortcuts");
      }
    }
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);

  return (
    <div className="shell">
      <a className="skip" href="#main">
        {say("skip")}
      </a>
      <header className="bar">
        <span className="bar-menu">
          <Button
            look="quiet"
            icon={<Menu size={20} aria-hidden />}
            iconOnly
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {say("nav.open")}
          </Button>
        </span>
        <NavLink to="/" className="brand" data-leads>
          <Mark />
          <span>Plein</span>
        </NavLink>
        {site && <SiteChoice sites={known} site={site} />}
        <span className="bar-fill" />
        <button type="button" className="button palette-button" onClick={() => setOver("palette")}>
          <Search size={18} aria-hidden />
          <span>{say("palette.open")}</span>
          <kbd className="key">Ctrl K</kbd>
        </button>
        <PersonMenu me={me} onShortcuts={() => setOver("shortcuts")} />
      </header>
      <nav className={isOpen ? "rail open" : "rail"} aria-label={say("nav")} data-leads>
        {site && <Rail site={site} />}
      </nav>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      {over === "palette" && <Palette site={site} onClose={() => setOver(undefined)} />}
      {over === "shortcuts" && <Shortcuts onClose={() => setOver(undefined)} />}
    </div>
  );
}

function Rail({ site }: { site: Site }) {
  const say = useSay();
  const address = liveAddress(site, "/");
  const screens = screensOf(site);
  const groups = [
    { key: "nav.group.work" as const, screens: screens.filter((screen) => screen.group === "work") },
    { key: "nav.group.manage" as const, screens: screens.filter((screen) => screen.group === "manage") },
  ];
  return (
    <>
      {groups.map(
        (group) =>
          group.screens.length > 0 && (
            <section key={group.key}>
              <h2>{say(group.key)}</h2>
              <ul>
                {group.screens.map(({ key, path, Icon }) => (
                  <li key={key}>
                    <NavLink to={path} end={path === "/"} className="rail-link">
                      <Icon size={18} strokeWidth={1.5} aria-hidden />
                      {say(key)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      {address && (
        <a className="rail-link rail-view" href={address} target="_blank" rel="noreferrer">
          <ExternalLink size={18} strokeWidth={1.5} aria-hidden />
          {say("site.view")}
        </a>
      )}
    </>
  );
}

function SiteChoice({ sites, site }: { sites: Site[]; site: Site }) {
  const say = useSay();
  const navigate = useNavigate();
  if (sites.length === 1) {
    return <span className="site-name">{site.name}</span>;
  }
  return (
    <select
      className="input site-choice"
      aria-label={say("site.choose")}
      value={site.id}
      onChange={(event) => void navigate(`/sites/${event.target.value}/content`)}
    >
      {sites.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

function PersonMenu({ me, onShortcuts }: { me: Me; onShortcuts: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const size = { size: 18, strokeWidth: 1.5, "aria-hidden": true } as const;
  return (
    <ActMenu
      label={me.name}
      look="quiet"
      icon={<UserRound {...size} />}
      items={[
        {
          id: "language",
          label: say("person.language"),
          icon: <Languages {...size} />,
          onAct: () => speak(language === "nl" ? "en" : "nl"),
        },
        { id: "shortcuts", label: say("person.shortcuts"), icon: <Keyboard {...size} />, onAct: onShortcuts },
        {
          id: "account",
          label: say("person.account"),
          icon: <UserRound {...size} />,
          onAct: () => window.open("/identity/account", "_blank", "noopener"),
        },
        { id: "leave", label: say("person.leave"), icon: <LogOut {...size} />, onAct: () => void signOut(me) },
      ]}
    />
  );
}

async function signOut(me: Me) {
  if (me.session) {
    await api.DELETE("/identity/v1/sessions/{session}", { params: { path: { session: me.session } } });
  }
  leave();
  queries.clear();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
