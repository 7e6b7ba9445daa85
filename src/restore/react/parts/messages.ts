import { germanMessages } from "../../../components/internal/german-messages.js";
import { type ComponentMessages, defaultMessages } from "../../../components/internal/messages.js";
import type { RestoreContext } from "../../resolvers/context.js";
import type { RestoreLanguage } from "../../resolvers/copy/words.js";

const messages: Readonly<Record<RestoreLanguage, ComponentMessages>> = { en: defaultMessages, de: germanMessages };

/** Props of a page that a host may give structural words of its own. */
export interface OwnMessagesProps {
  /** Structural words that replace those of the page's language. */
  messages?: Partial<ComponentMessages> | undefined;
}

/** Structural words in the language of the page, or the host's own. */
export function messagesFor(
  { words }: Pick<RestoreContext, "words">,
  own: OwnMessagesProps["messages"],
): ComponentMessages {
  const ofLanguage = messages[words.language];
  return own === undefined ? ofLanguage : { ...ofLanguage, ...own };
}
