/** A server that the system kills right after a policy was written, before anybody noted it. Prints where it is. */
import { openSite, threePolicies } from "./support.js";

const { dataDir, server, environmentId, backupSetId } = await openSite(threePolicies, {
  around: (target) => ({
    ...target,
    replaceSettings: async (id, payload) => {
      const answer = await target.replaceSettings(id, payload);
      process.kill(process.pid, "SIGKILL");
      return answer;
    },
  }),
});
process.stdout.write(`${JSON.stringify({ dataDir, url: server.url, environmentId, backupSetId })}\n`);
