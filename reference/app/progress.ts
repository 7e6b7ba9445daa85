import { useEffect } from "react";

/**
 * Reads again whenever the server tells that a run moved on; null listens to nothing. `onTold` hears whether the server tells at
 * all: until it does, and where it stops, the caller has to ask.
 */
export function useProgress(address: string | null, read: () => unknown, onTold: (told: boolean) => void): void {
  useEffect(() => {
    if (address === null) return undefined;
    const events = new EventSource(address);
    events.addEventListener("open", () => onTold(true));
    events.addEventListener("error", () => onTold(false));
    events.addEventListener("progress", () => void read());
    return () => {
      events.close();
      onTold(false);
    };
  }, [address, read, onTold]);
}
