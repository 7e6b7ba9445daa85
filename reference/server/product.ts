import { randomUUID } from "node:crypto";
import { openTenant } from "../target/tenant.js";
import { targetMigrations, type TargetSchema } from "../target/schema.js";
import { backupItems } from "./backups/items.js";
import type { WorkContext } from "./context.js";
import { connect, type Connection } from "./database/connect.js";
import { lockDataFolder } from "./database/data-folder-lock.js";
import { type Databases, embeddedIn } from "./database/locations.js";
import { productMigrations } from "./database/migrations.js";
import type { ProductSchema } from "./database/schema.js";
import { demoWorkspace } from "./http/identities.js";

/** The product's databases, open, without anything that listens or works. */
export type Product = Omit<WorkContext, "jobs" | "log"> & {
  readonly pool: Connection<ProductSchema>["pool"];
  close(): Promise<void>;
};

/**
 * Opens the product's database and the target's; embedded in the data folder unless told otherwise. The folder is locked until
 * it is closed; a process that keeps nothing of its own has none.
 */
export async function openProduct(dataDir: string | null, databases?: Databases): Promise<Product> {
  const places = databases ?? (dataDir === null ? null : embeddedIn(dataDir));
  if (places === null) throw new Error("Without a data folder the databases must be on a server.");
  const lock = dataDir === null ? null : await lockDataFolder(dataDir);
  const undo: (() => Promise<void>)[] = [async () => lock?.release()];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const product = await connect<ProductSchema>(places.product, productMigrations);
    undo.push(() => product.close());
    const target = await connect<TargetSchema>(places.target, targetMigrations);
    undo.push(() => target.close());
    await product.db
      .insertInto("workspaces")
      .values({ ...demoWorkspace })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    const now = () => new Date().toISOString();
    return {
      db: product.db,
      pool: product.pool,
      embedded: product.embedded,
      targetDb: target.db,
      target: (key) => openTenant(target.db, key, now),
      backups: backupItems(),
      now,
      newId: () => randomUUID(),
      leaseSeconds: 60,
      held: new Set(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
