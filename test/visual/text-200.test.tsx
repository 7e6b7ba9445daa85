import { shootUnder } from "./shoot.tsx";

await shootUnder("text-200");
