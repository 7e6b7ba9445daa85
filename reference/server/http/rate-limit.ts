/** How much one caller may ask for: so much at once, and so much per second in the long run. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

/** Takes from what a caller has left; answers after how many seconds they may ask again, 0 where they may now. */
export type TakeFrom = (caller: string, cost: number) => number;

const mostCallers = 10_000;

/** A bucket per caller that fills by time. Of this process alone: several servers allow several times as much. */
export function rateLimiter({ burst, perSecond }: RateLimit, seconds = () => performance.now() / 1_000): TakeFrom {
  const buckets = new Map<string, { left: number; at: number }>();
  const leftAt = ({ left, at }: { left: number; at: number }, now: number) =>
    Math.min(burst, left + (now - at) * perSecond);
  return (caller, cost) => {
    const now = seconds();
    const bucket = buckets.get(caller);
    const left = bucket === undefined ? burst : leftAt(bucket, now);
    // What costs more than a bucket holds takes all of it.
    const due = Math.min(cost, burst);
    if (left < due) return Math.ceil((due - left) / perSecond);
    if (bucket === undefined && buckets.size >= mostCallers) forgetFull(now);
    buckets.set(caller, { left: left - due, at: now });
    return 0;
  };

  /** Whoever has everything left is as good as unknown. Where nobody has, all begin anew: memory has an end. */
  function forgetFull(now: number): void {
    for (const [caller, bucket] of buckets) if (leftAt(bucket, now) >= burst) buckets.delete(caller);
    if (buckets.size >= mostCallers) buckets.clear();
  }
}
