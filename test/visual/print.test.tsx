import { shootUnder } from "./shoot.tsx";

await shootUnder("print");
