import { shootUnder } from "./shoot.tsx";
import { type ConditionName, conditions } from "./shots.tsx";

// In one file, because each file of tests loads every story anew.
for (const name of Object.keys(conditions) as ConditionName[]) await shootUnder(name);
