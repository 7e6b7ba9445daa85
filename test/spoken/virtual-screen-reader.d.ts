/** The part of the reader that a transcript needs: its types are checked also where it is not installed. */
declare module "@guidepup/virtual-screen-reader" {
  export const virtual: {
    start: (options: { readonly container: Node }) => Promise<void>;
    next: () => Promise<void>;
    lastSpokenPhrase: () => Promise<string>;
    spokenPhraseLog: () => Promise<string[]>;
    stop: () => Promise<void>;
  };
}
