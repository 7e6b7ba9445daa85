/** How many members of its input a function reads, however deep they lie: work that is the same on every machine, busy or not. */
export function readsOf<Input extends object>(input: Input, work: (counted: Input) => unknown): number {
  let reads = 0;
  const known = new WeakMap<object, object>();
  work(counted(input));
  return reads;

  function counted<Value>(value: Value): Value {
    if (typeof value !== "object" || value === null) return value;
    const proxy = known.get(value) ?? new Proxy<object>(value, { get });
    known.set(value, proxy);
    return proxy as Value;
  }

  function get(target: object, key: string | symbol): unknown {
    reads += 1;
    return counted(Reflect.get(target, key, target) as unknown);
  }
}

/** Whether twice the input costs twice the reads, and no more than a sorting adds: `work` is given inputs of a size. */
export function growsWith<Input extends object>(
  inputOf: (size: number) => Input,
  work: (input: Input) => unknown,
): boolean {
  const size = 1_000;
  return readsOf(inputOf(2 * size), work) < 2.5 * readsOf(inputOf(size), work);
}
