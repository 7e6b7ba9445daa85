import { problem } from "../http/problems.js";

/** A name that nobody could read, or type to confirm (BY-11). */
export function badName(what: string) {
  return problem(422, "name_unusable", "The name cannot be used", what);
}

/** A target without content: a run against it would find every policy missing. */
export const noItems = problem(
  422,
  "no_items",
  "Nothing to fill a target with",
  "The export holds no Intune object that can be read, and a target without any would look like an empty tenant. Check the folder.",
);

/** A name that is taken, and nobody said that its content may go. */
export function targetExists(name: string) {
  return problem(
    409,
    "target_exists",
    "The name is taken",
    `There is already an environment “${name}”, and nothing of it was changed. Import under another name. On a demonstration server, whoever may execute restores can replace all of its content: send "replace": true, or --replace on the command line.`,
  );
}

/** A restore is queued or running on the target. */
export function targetIsBusy(name: string) {
  return problem(
    409,
    "target_busy",
    "The target is busy",
    `A restore is queued or running on “${name}”. Wait until it has finished, then import again.`,
  );
}

/** Runs that were prepared for one tenant never meet the content of another under its identity. */
export function anotherTenant(name: string, present: string, offered: string) {
  return problem(
    409,
    "target_is_another_tenant",
    "The export is from another tenant",
    `“${name}” is tenant ${present}, and the export is from tenant ${offered}. Import it under another name.`,
  );
}

/** An archive of which nothing was read. */
export function archiveUnreadable(why: string) {
  return problem(422, "archive_unreadable", "The archive cannot be read", `${why} Nothing of it was imported.`);
}
