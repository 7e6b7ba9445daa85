import checkrail from "checkrail/tailwind-preset";

export default { presets: [checkrail], content: ["./src/**/*.tsx"] };
