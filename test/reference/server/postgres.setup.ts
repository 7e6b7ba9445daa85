import { inject } from "vitest";
import { postgresHostVariable } from "./databases.js";

// In the environment, so that servers which a test starts as processes of their own use it too.
process.env[postgresHostVariable] = inject("postgresHost");
