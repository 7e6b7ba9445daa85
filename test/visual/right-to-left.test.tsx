import { shootUnder } from "./shoot.tsx";

await shootUnder("right-to-left");
