import { setApart } from "../../../../safety/index.js";

/** Which policy of the target an item is, in English (BY-4). */
export const englishIdentity = () => ({
  title: "Decide which policy is meant",
  explanation:
    "Say of each item which policy of the target it is. Nothing is chosen for you, because a name that looks the same proves nothing. What is none of them would be created.",
  usage: "Item of the backup",
  word: { open: "Required", decided: "Decided" },
  choose: "Choose the policy",
  heading: "Which policy of the target is it?",
  search: "Search these policies",
  use: "Use this answer",
  nothingFound: "None of the policies that the checks found has this in its name.",
  note: (at: string) => `Policies that the checks found under its id or a name like its own, ${at}.`,
  noteUndated: "Policies that the checks found under its id or a name like its own.",
  /** What tells policies of one name apart. */
  changed: (id: string, at: string) => `Id ${setApart(id)}, last changed ${at}`,
  id: (id: string) => `Id ${setApart(id)}`,
  create: "None of these: it would be created",
  notRecorded: "Which policies could be meant was not recorded. Run the checks again.",
  goToChecks: "Run checks again",
  nothingHolds:
    "No answer would hold: none of the target’s policies can be this item, and it cannot be created beside what the target has and the restore would create. Take it out of the scope, or run the checks again once the target has changed.",
  goToScope: "Change the scope",
  notLeftOut: "To leave the item out, take it out of the scope.",
  nameNotRecorded: (id: string) => `Name not recorded, id ${setApart(id)}`,
});

export type IdentityWords = Readonly<ReturnType<typeof englishIdentity>>;
