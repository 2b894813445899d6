interface Page {
  meta: { nextCursor: string | null };
}

/**
 * Pages of a list that is read by cursor, each read when it is asked for.
 * @param read a page; `undefined` asks for the first
 * @param from the cursor to begin at, where it is not the first page
 */
export async function* pagesOf<P extends Page>(
  read: (cursor: string | undefined) => Promise<P>,
  from?: string
): AsyncGenerator<P, void, undefined> {
  for (let cursor = from; ;) {
    const page = await read(cursor);
    yield page;
    if (page.meta.nextCursor === null) return;
    cursor = page.meta.nextCursor;
  }
}
