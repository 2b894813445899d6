/** What the examples use of Next.js, which would be a heavy package to install for a check. */
declare module 'next' {
  export interface Metadata {
    title?: string;
    description?: string;
    alternates?: { canonical?: string };
    openGraph?: {
      type?: 'article' | 'website';
      title?: string;
      publishedTime?: string;
      images?: string[];
    };
  }
}

declare module 'next/navigation' {
  export function notFound(): never;
  export function permanentRedirect(url: string): never;
}

interface RequestInit {
  next?: { revalidate?: number | false; tags?: string[] };
}
