/** Whether an error is one of the system's, with this code. */
export function isNodeError(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
