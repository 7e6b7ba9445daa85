import { shootUnder } from "./shoot.tsx";

await shootUnder("forced-colors");
