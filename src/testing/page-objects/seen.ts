import type { ElementRecord, PageRecord } from "./tool.js";

// Everything else begins a new word.
const inline = new Set("a abbr b bdi bdo cite code em i mark q s small span strong sub sup time u".split(" "));
/** Attributes that say which of its siblings an element is, wherever it has moved to since. */
const identifying = ["id", "data-component", "data-part"];

/** An element of a page as it stood when the page was read, with the questions that page objects ask of it. */
export class Seen {
  private known: readonly Seen[] | undefined;

  private constructor(
    private readonly page: PageRecord,
    private readonly record: ElementRecord,
    readonly parent: Seen | null,
    /** A CSS selector that leads here from the part of the page that was read. */
    readonly address: string,
  ) {}

  static page(record: PageRecord): Seen {
    const [root] = record;
    if (root === undefined) throw new RangeError("A page that was read has at least one element.");
    return new Seen(record, root, null, ":scope");
  }

  get tag(): string {
    return this.record.tag;
  }

  get focused(): boolean {
    return this.record.focused;
  }

  /** What a field holds; null where the element is none. */
  get value(): string | null {
    return this.record.value;
  }

  attribute(name: string): string | null {
    return this.record.attributes[name] ?? null;
  }

  get children(): readonly Seen[] {
    this.known ??= this.record.children
      .filter((child) => typeof child === "number")
      .map((index, at) => {
        const record = this.page[index] as ElementRecord;
        const marks = identifying
          .filter((name) => record.attributes[name] !== undefined)
          .map((name) => `[${name}=${JSON.stringify(record.attributes[name])}]`);
        const step = `${record.tag}${marks.join("")}:nth-child(${at + 1})`;
        return new Seen(this.page, record, this, `${this.address} > ${step}`);
      });
    return this.known;
  }

  /** The words in it as they are read, without what is only drawn. */
  get text(): string {
    return squeezed(this.raw());
  }

  /** The words that stand before one of its children; all of them where there is no such child. */
  textBefore(child: Seen | null | undefined): string {
    const place = this.placeOf(child);
    return squeezed(
      this.words()
        .slice(0, place === -1 ? undefined : place)
        .join(""),
    );
  }

  /** The words that stand after one of its children. */
  textAfter(child: Seen): string {
    return squeezed(
      this.words()
        .slice(this.placeOf(child) + 1)
        .join(""),
    );
  }

  private placeOf(child: Seen | null | undefined): number {
    return this.record.children.findIndex((at) => typeof at === "number" && this.page[at] === child?.record);
  }

  private raw(): string {
    if (this.tag === "svg" || this.attribute("aria-hidden") === "true") return " ";
    const words = this.words().join("");
    return inline.has(this.tag) ? words : ` ${words} `;
  }

  private words(): readonly string[] {
    const children = this.children.values();
    return this.record.children.map((child) =>
      typeof child === "string" ? child : (children.next().value?.raw() ?? ""),
    );
  }

  /** Elements in it, in order; it looks into what `enters` lets it. */
  descendants(enters: (element: Seen) => boolean = () => true): readonly Seen[] {
    return this.children.flatMap((child) => [child, ...(enters(child) ? child.descendants(enters) : [])]);
  }

  /** Components in it, however deep. */
  components(name?: string): readonly Seen[] {
    return this.descendants().filter((element) => {
      const component = element.attribute("data-component");
      return component !== null && (name === undefined || component === name);
    });
  }

  /** What is its own and not that of another component in it. */
  own(): readonly Seen[] {
    return this.descendants((element) => element.attribute("data-component") === null);
  }

  /** Its parts of a name. */
  parts(name: string): readonly Seen[] {
    return this.own().filter((element) => element.attribute("data-part") === name);
  }

  /** Its first part of a name. */
  part(name: string): Seen | null {
    return this.parts(name)[0] ?? null;
  }

  /** Its own elements of some names, such as "li". */
  tags(...names: readonly string[]): readonly Seen[] {
    return this.own().filter(({ tag }) => names.includes(tag));
  }

  /** The element of an id, wherever on the page. */
  byId(id: string): Seen | null {
    if (this.parent !== null) return this.parent.byId(id);
    return this.descendants().find((element) => element.attribute("id") === id) ?? null;
  }
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
