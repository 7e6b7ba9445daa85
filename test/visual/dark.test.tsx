import { shootStories } from "./shoot.tsx";

await shootStories("dark");
