// The reset of Tailwind 3 is in no layer, so ours has to stand behind it and in none either.
import "./app.css";
import "checkrail/styles.unlayered.css";
