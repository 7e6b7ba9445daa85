import { useRef } from "react";
import type { HostAnswer, HostRefusal } from "checkrail/restore";

/** What a page read last, and what stands between it and something newer. */
export interface LastRead<T> {
  /** null where nothing was read yet. */
  readonly value: T | null;
  readonly readAt: string | null;
  readonly problem: HostRefusal | null;
}

/** Keeps what was read where a later reading fails, so that an operator without a connection has something to read. */
export function useLastRead<T>(
  query: { readonly data: HostAnswer<T> | undefined; readonly dataUpdatedAt: number },
  address: string,
): LastRead<T> {
  const last = useRef<{ readonly address: string; readonly value: T; readonly readAt: string } | null>(null);
  const { data, dataUpdatedAt } = query;
  if (last.current?.address !== address) last.current = null;
  if (data?.ok === true && last.current?.value !== data.value)
    last.current = { address, value: data.value, readAt: new Date(dataUpdatedAt).toISOString() };
  else if (data?.ok === true && last.current !== null)
    last.current = { ...last.current, readAt: new Date(dataUpdatedAt).toISOString() };
  return {
    value: last.current?.value ?? null,
    readAt: last.current?.readAt ?? null,
    problem: data?.ok === false ? data.problem : null,
  };
}
