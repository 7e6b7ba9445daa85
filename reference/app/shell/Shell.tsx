import { useEffect, useRef } from "react";
import { Link, Outlet, useLocation, useParams } from "react-router";
import { addresses } from "../addresses.js";
import { useWorkspace } from "../queries.js";
import { ThemeToggle } from "./ThemeToggle.js";

/** What every page has around it: where the operator is, and the theme. */
export function Shell() {
  const { workspace = "demo", environment } = useParams();
  const answer = useWorkspace(workspace).data;
  const known = answer?.ok === true ? answer.value : null;
  const environmentName = known?.environments.find(({ id }) => id === environment)?.name ?? environment;
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  // The link that led to another page is gone with its page; focus starts again at the content.
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (document.activeElement === document.body) content.current?.focus();
  }, [pathname]);
  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="shell">
        <nav aria-label="Where you are">
          <ol>
            <li>
              <Link to={addresses.workspace(workspace)}>{known?.name ?? workspace}</Link>
            </li>
            {environment === undefined ? null : (
              <li>
                <Link to={addresses.runs(workspace, environment)}>{environmentName}</Link>
              </li>
            )}
          </ol>
        </nav>
        <ThemeToggle />
      </header>
      <main ref={content} id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
