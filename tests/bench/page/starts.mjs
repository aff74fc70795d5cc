// How long the page takes from the navigation to its verdict, beside an empty page of the same make.

/** Loads every page in turn, so that whatever else the machine does falls on all alike. */
export async function starts(lab, rounds, slowdowns, kinds) {
  const results = [];
  for (const slowdown of slowdowns)
    for (const kind of kinds) results.push({ ...kind, slowdown, paint: [], verdict: [], longest: [], heap: [], wasm: [] });
  for (let round = 0; round < rounds; round += 1)
    for (const result of results) {
      const page = await lab.open(result.entries === null ? 'empty' : 'app', result.entries, result.slowdown);
      const seen = await page.evaluate(() => ({
        paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
        verdict: bench.shownAt,
        longest: Math.max(0, ...bench.tasks),
        wasm: bench.memory?.buffer.byteLength,
      }));
      // The message comes once the frame is handed over; the first one is on the screen a little later.
      seen.verdict = Math.max(seen.verdict, seen.paint);
      for (const [name, value] of Object.entries(seen)) if (value !== undefined) result[name].push(value);
      if (round === 0) result.heap.push(await lab.heap(page));
      await page.close();
    }
  return results;
}
