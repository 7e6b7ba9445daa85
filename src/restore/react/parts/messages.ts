import { germanMessages } from "../../../components/internal/german-messages.js";
import { type ComponentMessages, defaultMessages } from "../../../components/internal/messages.js";
import type { RestoreContext } from "../../resolvers/context.js";
import type { RestoreLanguage } from "../../resolvers/copy/words.js";

const messages: Readonly<Record<RestoreLanguage, ComponentMessages>> = { en: defaultMessages, de: germanMessages };

/** Structural words in the language of the page. */
export function messagesFor({ words }: Pick<RestoreContext, "words">): ComponentMessages {
  return messages[words.language];
}
