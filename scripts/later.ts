/** Commands that have a name already, so that nobody takes the name, and no implementation yet. */
const plans: Readonly<Record<string, string>> = {
  bench: "our components measured beside peer kits, in one run",
};

console.error(`comes with a later release: ${plans[process.argv[2] ?? ""] ?? "this command"}`);
process.exit(1);
