export const TYPES = [
  "Settings catalog",
  "Device configuration",
  "Compliance policy",
  "Endpoint security",
  "Administrative template",
  "PowerShell script",
  "App protection",
  "Conditional access",
  "Enrollment restriction",
  "Scope tag",
  "Assignment filter",
  "Notification template",
];
export const PLATFORMS = ["Windows", "macOS", "iOS", "Android", "All"];
const TOPICS = [
  "BitLocker",
  "Wi-Fi corporate",
  "Firewall",
  "Defender antivirus",
  "Password",
  "VPN always-on",
  "Kiosk",
  "Browser",
  "OneDrive",
  "Certificates",
  "Update ring",
  "Local admin",
  "Email",
  "Device lock",
  "Telemetry",
  "Wired network",
  "WiFi guest",
];
const N = 10000;
let s = 42;
const rnd = () => (s = (s * 1664525 + 1013904223) >>> 0) / 4294967296;
export const ITEMS = Array.from({ length: N }, (_, i) => {
  const type = TYPES[Math.min(11, Math.floor(i / (N / 12)))],
    platform = PLATFORMS[Math.floor(rnd() * 5)];
  return {
    id: "item-" + i,
    name: `${platform} ${TOPICS[Math.floor(rnd() * TOPICS.length)]} baseline ${String(i).padStart(5, "0")}`,
    type,
    platform,
    mode: type === "Scope tag" || type === "Notification template" ? "preview-only" : "restorable",
  };
});
export const expected = (q) => {
  q = q.toLowerCase();
  let n = 0;
  for (const x of ITEMS) if (x.name.toLowerCase().includes(q)) n++;
  return n;
};
