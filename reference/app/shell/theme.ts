/** Light, dark, or whatever the system says. */
export type Theme = "system" | "light" | "dark";

const key = "checkrail.theme";

/** The theme this browser chose before; the system's where none was chosen or storage is closed. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

/** Draws the page in a theme and remembers it. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A browser that stores nothing still shows the theme until it is closed.
  }
}
