import { Link } from "react-router";

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <div className="page">
      <h1>There is no such page</h1>
      <p>Nothing here has this address, or you may not know of it.</p>
      <p>
        <Link to="/">Go to the workspace</Link>
      </p>
    </div>
  );
}
