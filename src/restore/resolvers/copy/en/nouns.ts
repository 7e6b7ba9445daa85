/** Terms that English sentences spell, in every form; "a" is the word with its article. */
export const englishNouns = {
  restore: { a: "a restore", one: "restore", other: "restores", done: "restored", doing: "restoring" },
  preview: { a: "a preview", one: "preview" },
  check: { one: "check", other: "checks" },
  dry_run: { a: "a dry-run", one: "dry-run" },
  follow_up: { one: "follow-up" },
  blocker: { one: "blocker", other: "blockers" },
  finding: { one: "finding", other: "findings" },
  gate: { one: "gate", other: "gates" },
  evidence: { one: "evidence" },
  operation: { one: "operation" },
  target: { a: "a target", one: "target" },
  scope: { one: "scope" },
  scope_tag: { a: "a scope tag", one: "scope tag", other: "scope tags" },
  item: { an: "an item", one: "item", other: "items" },
  mapping: { a: "a mapping", one: "mapping", other: "mappings" },
  backup_set: { a: "a backup set", one: "backup set" },
} as const;
