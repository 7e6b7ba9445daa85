import "./components/checkrail/styles.css";
