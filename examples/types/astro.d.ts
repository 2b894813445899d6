/** What the examples use of Astro. */
interface ImportMeta {
  readonly env: Record<string, string | undefined>;
}

declare const Astro: {
  params: Record<string, string | undefined>;
  preferredLocale: string | undefined;
  redirect(path: string, status?: 301 | 302 | 303 | 307 | 308): Response;
  response: { headers: Headers };
};
