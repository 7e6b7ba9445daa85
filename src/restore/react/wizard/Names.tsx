import { Name } from "../../../components/internal/Name.js";
import { TextLink } from "../../../components/internal/TextLink.js";
import type { SomeNames } from "../../resolvers/steps/index.js";

/** The first few names, one below the other, and the way to the others. */
export function Names({ model }: { model: SomeNames }) {
  return (
    <ul className="cr:text-compact" data-part="names">
      {model.names.map((name, index) => (
        <li key={index}>
          <Name model={name} />
        </li>
      ))}
      {model.more === null ? null : (
        <li>
          <TextLink href={model.more.href}>{model.more.label}</TextLink>
        </li>
      )}
    </ul>
  );
}
