import type { Product } from "../product.js";

/** Gives an empty product something to work on. */
export async function seedWhereEmpty(product: Product): Promise<void> {
  const any = await product.db.selectFrom("backup_sets").select("id").limit(1).executeTakeFirst();
  if (any !== undefined) return;
}
