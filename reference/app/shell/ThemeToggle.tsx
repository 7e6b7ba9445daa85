import { useState } from "react";
import { applyTheme, storedTheme, type Theme } from "./theme.js";

const themes: readonly { readonly id: Theme; readonly label: string }[] = [
  { id: "system", label: "System" },
  { id: "light", label: "Light" },
  { id: "dark", label: "Dark" },
];

export function ThemeToggle() {
  const [theme, setTheme] = useState(storedTheme);
  return (
    <label className="theme">
      <span>Theme</span>
      <select
        value={theme}
        onChange={(event) => {
          const chosen = themes.find(({ id }) => id === event.currentTarget.value)?.id ?? "system";
          applyTheme(chosen);
          setTheme(chosen);
        }}
      >
        {themes.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
