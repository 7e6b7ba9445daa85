import {
  Controls,
  Description,
  Markdown,
  Primary,
  Stories,
  Subtitle,
  Title,
  useOf,
} from "@storybook/addon-docs/blocks";
import { guidance } from "./guidance.js";

const sources = import.meta.glob<string>(["../src/components/*.tsx", "../src/components/!(internal)/*.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The source of a component, and those of the parts that it alone is built of. */
function sourcesOf(name: string, seen = new Set<string>()): readonly string[] {
  const found = Object.keys(sources).find((path) => path.endsWith(`/${name}.tsx`));
  if (found === undefined || seen.has(found)) return [];
  seen.add(found);
  const source = sources[found] ?? "";
  const parts = [...source.matchAll(/from "\.\/(?:check-list\/|mapping\/)?([A-Z]\w+)\.js"/g)].map(
    ([, part = ""]) => part,
  );
  return [
    source,
    ...parts
      .filter((part) => !Object.hasOwn(sources, `../src/components/${part}.tsx`))
      .flatMap((part) => sourcesOf(part, seen)),
  ];
}

/** The names by which the parts of a component can be found in the document, out of its sources. */
function partsOf(name: string): readonly string[] {
  const found = sourcesOf(name).flatMap((source) => [...source.matchAll(/\b(?:data-)?part="([a-z-]+)"/g)]);
  return [...new Set(found.map(([, part = ""]) => part))].toSorted();
}

/** The sentence of a component's own docstring. */
function docstringOf(name: string): string {
  const source = sources[`../src/components/${name}.tsx`] ?? "";
  const [, text = ""] =
    new RegExp(`/\\*\\*((?:(?!\\*/).)*)\\*/\\s*export (?:const|function) ${name}\\b`, "s").exec(source) ?? [];
  return text.replaceAll(/\s*\n\s*\*\s*/g, " ").trim();
}

/** The page of a component: what the source says of it, when to take it, and every state. Pages of other stories lack the guidance. */
export function ComponentPage() {
  const { preparedMeta } = useOf<"meta">("meta", ["meta"]);
  const name = preparedMeta.title.replace(/^Components\//, "");
  const found = Object.hasOwn(guidance, name) ? guidance[name as keyof typeof guidance] : undefined;
  return (
    <>
      <Title />
      <Subtitle />
      {found === undefined ? (
        <Description of="meta" />
      ) : (
        <Markdown>
          {[
            docstringOf(name),
            `**Use it** ${lowered(found.take)}`,
            `**Do not use it** ${lowered(found.avoid)}`,
            `**Content.** ${found.content}`,
          ].join("\n\n")}
        </Markdown>
      )}
      <Primary />
      <Controls />
      {found === undefined ? null : (
        <Markdown>
          {[
            "## Keyboard",
            found.keyboard.length === 0
              ? "Nothing to operate."
              : [
                  "| key | what it does |",
                  "| --- | --- |",
                  ...found.keyboard.map(([key, does]) => `| ${key} | ${does} |`),
                ].join("\n"),
            "## Anatomy",
            `Root: \`[data-component="${name}"]\`. ${
              partsOf(name).length === 0
                ? "No named parts."
                : `Parts, as \`data-part\`: ${partsOf(name)
                    .map((part) => `\`${part}\``)
                    .join(", ")}.`
            } Page objects in \`checkrail/testing\` read them for you.`,
          ].join("\n\n")}
        </Markdown>
      )}
      <Stories />
    </>
  );
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
