import "./components/checkrail/styles.css";
import "./app.css";
