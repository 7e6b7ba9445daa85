import type { RestoreReceipt } from "../../rules/receipt/document.js";

/** Hands a receipt to the browser as a file, byte for byte what `verifyReceipt` reads (BY-12). */
export function downloadReceipt(receipt: RestoreReceipt): void {
  const file = new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: "application/json" });
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = `restore-receipt-${receipt.content.run.id}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
