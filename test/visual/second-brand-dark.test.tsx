import { shootUnder } from "./shoot.tsx";

await shootUnder("second-brand-dark");
