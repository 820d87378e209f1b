/**
 * Maps with up to `limit` items under way at once and gives the results in the order of the items, each as soon as
 * it and all before it are there. A rejected item rejects the iteration at its place.
 */
export async function* mapInOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  map: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const underWay: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const result = map(item);
      // It is awaited at its turn; until then an early failure is nobody's unhandled rejection.
      result.catch(() => undefined);
      underWay.push(result);
      if (underWay.length >= limit) yield await underWay.shift()!;
    }
    while (underWay.length > 0) yield await underWay.shift()!;
  } finally {
    // Whoever stops early still gets every started item finished, so that no write is left half-done.
    await Promise.allSettled(underWay);
  }
}
