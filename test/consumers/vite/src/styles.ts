import "checkrail/styles.css";
import "./app.css";
