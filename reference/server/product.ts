import { randomUUID } from "node:crypto";
import { openTenant } from "../target/tenant.js";
import { targetMigrations, type TargetSchema } from "../target/schema.js";
import { backupItems } from "./backups/items.js";
import type { ServerContext } from "./context.js";
import { connect, type Connection } from "./database/connect.js";
import { lockDataFolder } from "./database/data-folder-lock.js";
import { type Databases, embeddedIn } from "./database/locations.js";
import { productMigrations } from "./database/migrations.js";
import type { ProductSchema } from "./database/schema.js";
import { demoWorkspace } from "./http/identities.js";

/** The product's databases, open, without anything that listens or works. */
export type Product = Omit<ServerContext, "jobs" | "progress" | "identify" | "demo" | "log"> & {
  readonly pool: Connection<ProductSchema>["pool"];
  close(): Promise<void>;
};

/** Opens the product's database and the target's; embedded in the data folder unless told otherwise. The folder is locked until it is closed. */
export async function openProduct(dataDir: string, databases: Databases = embeddedIn(dataDir)): Promise<Product> {
  const lock = await lockDataFolder(dataDir);
  const undo: (() => Promise<void>)[] = [() => lock.release()];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const product = await connect<ProductSchema>(databases.product, productMigrations);
    undo.push(() => product.close());
    const target = await connect<TargetSchema>(databases.target, targetMigrations);
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
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
