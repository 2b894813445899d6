/** Made by `npm run openapi` from the OpenAPI document; not to be changed by hand. */
export interface paths {
    "/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Strapi’s list of articles */
        get: operations["listArticles"];
        put?: never;
        /** Make a article; published at once unless `status=draft` */
        post: operations["createArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{documentId}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report that a passage of an article is wrong */
        post: operations["reportClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{documentId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public comments of an article
         * @description Threads, or with `thread` the replies of that one which did not come with it, flat.
         */
        get: operations["listComments"];
        put?: never;
        /** Leave a comment */
        post: operations["createComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{documentId}/comments/feed.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest comments of an article as ATOM */
        get: operations["getCommentsFeedAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{documentId}/comments/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest comments of an article as JSON Feed */
        get: operations["getCommentsFeedJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{documentId}/comments/feed.rss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest comments of an article as RSS */
        get: operations["getCommentsFeedRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{documentId}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rating of an article, with the caller’s own vote */
        get: operations["getRating"];
        /** Vote, or change one’s vote */
        put: operations["rate"];
        post?: never;
        /** Take one’s vote back */
        delete: operations["withdrawRating"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Strapi’s answer for one article */
        get: operations["getArticle"];
        /** Change a article; published at once unless `status=draft` */
        put: operations["updateArticle"];
        post?: never;
        /** Delete a article, with all that belongs to it */
        delete: operations["deleteArticle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comment-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says when the form for a comment was shown */
        get: operations["getCommentToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete one’s comment */
        delete: operations["deleteComment"];
        options?: never;
        head?: never;
        /** Change one’s comment */
        patch: operations["editComment"];
        trace?: never;
    };
    "/comments/{documentId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a comment to the moderators, once */
        post: operations["reportComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a page */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/embed.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The script of the custom elements */
        get: operations["getEmbedScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feed.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest posts as ATOM */
        get: operations["getFeedAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest posts as JSON Feed */
        get: operations["getFeedJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feed.rss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest posts as RSS */
        get: operations["getFeedRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page behind a link in a mail */
        get: operations["showNotice"];
        put?: never;
        /** Confirm an address, or stop all mail to it */
        post: operations["settleNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oembed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a post is shown on another site (oembed.com) */
        get: operations["getOembed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published posts, or those in which something is found */
        get: operations["searchPosts"];
        /**
         * Deliver one generated post
         * @description Idempotent by the original story’s address. Always makes or changes a draft.
         */
        put: operations["ingestPost"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A whole page in one call
         * @description It holds nothing of one person and may be kept by any cache.
         */
        get: operations["getPost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/{slug}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Posts near another one
         * @description By shared topics, the same source, and words that they have in common.
         */
        get: operations["listRelatedPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posts/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver many posts, one a line
         * @description Both ways JSON lines, streaming: one post a line, one result a line.
         */
        post: operations["ingestPosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/previews/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An article as it stands, for who has a link to it
         * @description Never kept by any cache. Links come from the admin and end by themselves.
         */
        get: operations["getPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rankings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The top of the published posts */
        get: operations["listRankings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap-{page}.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of the sitemap */
        get: operations["getSitemapPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap-news.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of the last two days */
        get: operations["getNewsSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The index of the sitemap */
        get: operations["getSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/summaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Strapi’s list of summaries */
        get: operations["listSummaries"];
        put?: never;
        /**
         * Always refused
         * @description Summaries are written with their article: set `summaries` of the article, a list of { language, text } (PUT /api/analysis/articles/:documentId, PUT /api/analysis/posts, or the article’s form)
         */
        post: operations["createSummary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/summaries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Strapi’s answer for one summary */
        get: operations["getSummary"];
        /**
         * Always refused
         * @description Summaries are written with their article: set `summaries` of the article, a list of { language, text } (PUT /api/analysis/articles/:documentId, PUT /api/analysis/posts, or the article’s form)
         */
        put: operations["updateSummary"];
        post?: never;
        /**
         * Always refused
         * @description Summaries are written with their article: set `summaries` of the article, a list of { language, text } (PUT /api/analysis/articles/:documentId, PUT /api/analysis/posts, or the article’s form)
         */
        delete: operations["deleteSummary"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Strapi’s list of topics */
        get: operations["listTopics"];
        put?: never;
        /** Make a topic; published at once unless `status=draft` */
        post: operations["createTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Strapi’s answer for one topic */
        get: operations["getTopic"];
        /** Change a topic; published at once unless `status=draft` */
        put: operations["updateTopic"];
        post?: never;
        /** Delete a topic, with all that belongs to it */
        delete: operations["deleteTopic"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Article: {
            /** @description Markdown. */
            body: string;
            /** @description Safe HTML made from the Markdown. */
            bodyHtml: string;
            contentHash: string;
            cover: components["schemas"]["Cover"] | null;
            /**
             * @description For the `dir` attribute of what is in that language.
             * @enum {string}
             */
            direction: "ltr" | "rtl";
            /**
             * @description Who wrote it: a program, a program under a person’s eye, or a person. Show it.
             * @enum {string}
             */
            disclosure: "generated" | "generated-reviewed" | "human";
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            firstPublishedAt: string;
            /** @description A BCP 47 language tag. */
            language: string;
            /** @description The story that it is an analysis of. */
            originalLink: string | null;
            provenance: {
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 */
                generatedAt: string | null;
                model: string | null;
                promptVersion: string | null;
                provider: string | null;
            };
            /** @description Who answers for this very text. */
            review: {
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 */
                reviewedAt: string;
                reviewer: string;
            } | null;
            slug: string;
            sourceName: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            sourcePublishedAt: string | null;
            title: string;
            topics: components["schemas"]["Topic"][];
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            updatedAt: string;
        };
        ArticleInput: {
            /** @description Markdown. */
            body?: string | null;
            /** @description A file, in any of Strapi’s forms. */
            cover?: unknown;
            coverAlt?: string | null;
            discussionClosed?: boolean | null;
            editorialResponsibility?: boolean | null;
            generatedAt?: string | null;
            generatorModel?: string | null;
            generatorProvider?: string | null;
            language?: string | null;
            origin?: ("generated" | "human") | null;
            originalLink?: string | null;
            promptHash?: string | null;
            promptVersion?: string | null;
            reviewer?: string | null;
            runId?: string | null;
            slug?: string | null;
            sourceName?: string | null;
            sourcePublishedAt?: string | null;
            summaries?: components["schemas"]["ArticleSummaryInput"][] | null;
            title?: string | null;
            /** @description Topics, in any of Strapi’s forms. */
            topics?: unknown;
        };
        ArticleSummary: {
            language: string | null;
            text: string | null;
        };
        ArticleSummaryInput: {
            /** @description A BCP 47 language tag. */
            language?: string | null;
            text?: string | null;
        };
        /** @description One line of the batch’s answer. */
        BatchLine: {
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /** @description Counts from 1, as in the request. */
            line: number;
            /** @constant */
            ok: true;
            /** @enum {string} */
            outcome: "created" | "updated" | "unchanged";
            slug: string | null;
            title: string;
            /** @description What an editor should look at; nothing refused. */
            warnings: components["schemas"]["IngestWarning"][];
        } | {
            error: {
                details: {
                    errors?: components["schemas"]["Fault"][];
                };
                message: string;
                name: string;
                status: number;
            };
            /** @description Counts from 1, as in the request. */
            line: number;
            /** @constant */
            ok: false;
        };
        ClaimInput: {
            /** @description Of a field that people do not see: whatever fills it in is not one. */
            homepage?: string;
            /** @description What is wrong with it. */
            note: string;
            /** @description A passage of the article as its readers see it; blanks and line ends do not matter. */
            quote: string;
            /** @description Where it can be looked up. An empty form field is none. */
            source?: "" | null | string;
        };
        /** @description What anyone may see of a comment. A deleted one with replies stays as a tombstone. */
        Comment: {
            /** @description Null on a tombstone. */
            author: {
                /** @description Shown as a badge. */
                moderator: boolean;
                name: string;
                url: string | null;
            } | null;
            /** @description Plain text; null on a tombstone. */
            content: string | null;
            /** @description The same as safe HTML: paragraphs, line breaks and links marked nofollow ugc. */
            contentHtml: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            createdAt: string;
            deleted: boolean;
            /** @description 0 for a root comment. */
            depth: number;
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            editedAt: string | null;
            /** @description The comment that this one answers; null for a root. */
            parent: string | null;
        };
        CommentEditInput: {
            content: string;
        };
        CommentInput: {
            /** @description For guests only: a signed-in user’s name and address come from the account. */
            author?: components["schemas"]["GuestInput"];
            /** @description Plain text. */
            content: string;
            /** @description From `GET /comment-token`: says when the form was shown. */
            formToken?: string;
            /** @description Of a field that people do not see: whatever fills it in is not one. */
            homepage?: string;
            /** @description Asks for mail on approval and replies; it comes once the address is confirmed, and asks for that once the comment is public. */
            notify?: boolean;
            /** @description The comment that this one answers. */
            parent?: "" | null | string;
        };
        CommentNode: {
            /** @description Null on a tombstone. */
            author: {
                /** @description Shown as a badge. */
                moderator: boolean;
                name: string;
                url: string | null;
            } | null;
            /** @description Plain text; null on a tombstone. */
            content: string | null;
            /** @description The same as safe HTML: paragraphs, line breaks and links marked nofollow ugc. */
            contentHtml: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            createdAt: string;
            deleted: boolean;
            /** @description 0 for a root comment. */
            depth: number;
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            editedAt: string | null;
            /** @description The comment that this one answers; null for a root. */
            parent: string | null;
            replies: components["schemas"]["CommentNode"][];
        };
        CommentPage: {
            data: components["schemas"]["CommentThread"][];
            meta: components["schemas"]["CommentPageMeta"];
        };
        CommentPageMeta: {
            limit: number;
            /** @description Send it as `cursor` for the next page; null on the last. */
            nextCursor: string | null;
            /** @description Whether a comment’s author may ask for mail on approval and replies. */
            notify: boolean;
            /** @description Whether the article still takes comments. */
            open: boolean;
            /** @enum {string} */
            sort: "newest" | "oldest" | "discussed";
            /** @description Visible comments of the article, replies included. */
            total: number;
        };
        /** @description What the author gets back: their own comment, whatever its status. */
        CommentReceipt: {
            /** @description Null on a tombstone. */
            author: {
                /** @description Shown as a badge. */
                moderator: boolean;
                name: string;
                url: string | null;
            } | null;
            /** @description Plain text; null on a tombstone. */
            content: string | null;
            /** @description The same as safe HTML: paragraphs, line breaks and links marked nofollow ugc. */
            contentHtml: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            createdAt: string;
            deleted: boolean;
            /** @description 0 for a root comment. */
            depth: number;
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            editedAt: string | null;
            /** @description The comment that this one answers; null for a root. */
            parent: string | null;
            /** @description Why it has that status, in words for the author. */
            reason: string;
            /** @enum {string} */
            status: "pending" | "approved" | "rejected" | "spam" | "trash";
        };
        /** @description A root comment with the first replies of its thread. */
        CommentThread: {
            /** @description Null on a tombstone. */
            author: {
                /** @description Shown as a badge. */
                moderator: boolean;
                name: string;
                url: string | null;
            } | null;
            /** @description Plain text; null on a tombstone. */
            content: string | null;
            /** @description The same as safe HTML: paragraphs, line breaks and links marked nofollow ugc. */
            contentHtml: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            createdAt: string;
            deleted: boolean;
            /** @description 0 for a root comment. */
            depth: number;
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            editedAt: string | null;
            /** @description The comment that this one answers; null for a root. */
            parent: string | null;
            replies: components["schemas"]["CommentNode"][];
            /** @description Send as `cursor` with `thread=documentId` for the replies that did not fit, else null. */
            repliesCursor: string | null;
            /** @description Replies in the whole thread, at any depth; as in `meta.total`, the place of a deleted one is none. */
            replyTotal: number;
        };
        /** @description What anyone may see: the passage, what is true instead, and since when. */
        Correction: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            correctedAt: string;
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /** @description The passage, in the article’s own words. */
            quote: string;
            /** @description What is true instead. */
            text: string;
        };
        Cover: {
            alternativeText: string;
            height: number | null;
            mime: string;
            url: string;
            width: number | null;
        };
        /** @description Strapi’s envelope of a refusal. */
        Error: {
            data: null;
            error: {
                /** @description Strapi leaves it out of some refusals of its own, such as 413. */
                details?: {
                    /** @description Every field at fault, all at once. */
                    errors?: components["schemas"]["Fault"][];
                } & {
                    [key: string]: unknown;
                };
                /** @description English; names every field at fault. */
                message: string;
                /** @description The kind of error, such as `ValidationError`. */
                name: string;
                /** @description The HTTP status. */
                status: number;
            };
        };
        /** @description One thing that is wrong, at one field. */
        Fault: {
            /**
             * @description For programs and translations.
             * @enum {string}
             */
            code?: "required" | "wrong_type" | "unknown_field" | "too_short" | "too_long" | "out_of_range" | "control_character" | "ill_formed" | "invalid_url" | "private_url" | "invalid_email" | "invalid_language" | "invalid_date" | "invalid_slug" | "invalid_choice" | "in_future" | "same_as_body" | "taken" | "not_found" | "too_deep" | "edit_expired" | "not_allowed";
            /** @description English, for people. */
            message: string;
            name: string;
            /** @description The numbers that the message speaks of, such as `{ "limit": 200 }`. */
            params?: {
                [key: string]: string | number;
            };
            /** @description Relative to the request’s `data`, or the name of a query parameter. */
            path: (string | number)[];
        } & {
            [key: string]: unknown;
        };
        GuestInput: {
            /**
             * Format: email
             * @description Never shown to anyone but moderators.
             */
            email: string;
            name: string;
            url?: "" | null | string;
        };
        IngestInput: {
            body: string;
            /** @enum {string} */
            bodyFormat?: "markdown" | "html";
            /** @description A BCP 47 language tag. */
            language?: string | null;
            /** Format: uri */
            originalLink?: string | null;
            provenance?: {
                generatedAt?: (string) | null;
                model?: string | null;
                promptHash?: string | null;
                promptVersion?: string | null;
                provider?: string | null;
                runId?: string | null;
            };
            slug?: string | null;
            sourceName?: string | null;
            sourcePublishedAt?: (string) | null;
            summaries?: {
                /** @description A BCP 47 language tag. */
                language?: string | null;
                text: string;
            }[];
            title: string;
            topics?: string[];
        };
        IngestResult: {
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /** @enum {string} */
            outcome: "created" | "updated" | "unchanged";
            slug: string | null;
            title: string;
            /** @description What an editor should look at; nothing refused. */
            warnings: components["schemas"]["IngestWarning"][];
        };
        IngestWarning: {
            /** @enum {string} */
            code: "missing_for_publish" | "language_detected" | "language_mismatch" | "ignored" | "html" | "chat_debris" | "link_cleaned" | "length";
            message: string;
            path: (string | number)[];
            /** @description The passage that it speaks of: what was left out or changed, or is to be looked at. */
            text?: string;
        };
        ListMeta: {
            pagination: {
                page: number;
                pageCount?: number;
                pageSize: number;
                total?: number;
            } | {
                limit: number;
                start: number;
                total?: number;
            };
        };
        MyRating: {
            /** @description Mean of the votes, 0 when there are none, rounded to two decimals. */
            average: number;
            /** @description Votes by value. */
            histogram: {
                1: number;
                2: number;
                3: number;
                4: number;
                5: number;
            };
            /** @description The caller’s own vote; null for one who has not voted. */
            mine: number | null;
            /** @description Bayesian average: what rankings sort by. */
            score: number;
            /** @description Number of votes. */
            total: number;
        };
        Notice: {
            /**
             * @description The address is confirmed, or no mail will be sent to it any more.
             * @enum {string}
             */
            done: "confirm" | "stop";
        };
        NoticeTokenInput: {
            /** @description The `token` of the link in the mail. */
            token: string;
        };
        Post: {
            article: components["schemas"]["Article"];
            /** @description Null for callers who may not read comments (`comment.find`). */
            comments: {
                items: components["schemas"]["CommentThread"][];
                meta: components["schemas"]["CommentPageMeta"];
            } | null;
            /** @description Newest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description Structured data, schema.org. */
            jsonLd: {
                [key: string]: unknown;
            };
            /** @description Null for callers who may not read ratings (`rating.find`). */
            rating: components["schemas"]["Rating"] | null;
            summaries: components["schemas"]["Summary"][];
            /** @description The best one for the languages asked for (RFC 4647 lookup), else the article’s own, else the first. */
            summary: components["schemas"]["Summary"] | null;
        };
        /** @description An entry of a list of posts: enough to show and link it. */
        PostCard: {
            /** @description Null for callers who may not read comments (`comment.find`). */
            commentCount: number | null;
            cover: components["schemas"]["Cover"] | null;
            /**
             * @description For the `dir` attribute of what is in that language.
             * @enum {string}
             */
            direction: "ltr" | "rtl";
            /**
             * @description Who wrote it: a program, a program under a person’s eye, or a person. Show it.
             * @enum {string}
             */
            disclosure: "generated" | "generated-reviewed" | "human";
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            firstPublishedAt: string;
            /** @description A BCP 47 language tag. */
            language: string;
            /** @description Null for callers who may not read ratings (`rating.find`). */
            rating: components["schemas"]["Rating"] | null;
            slug: string;
            sourceName: string | null;
            summary: components["schemas"]["Summary"] | null;
            title: string;
        };
        /** @description A post as it stands. What is not there yet is empty or null. */
        Preview: {
            article: {
                /** @description Markdown. */
                body: string;
                /** @description Safe HTML made from the Markdown. */
                bodyHtml: string;
                contentHash: string;
                cover: components["schemas"]["Cover"] | null;
                /**
                 * @description For the `dir` attribute of what is in that language.
                 * @enum {string}
                 */
                direction: "ltr" | "rtl";
                /**
                 * @description Who wrote it: a program, a program under a person’s eye, or a person. Show it.
                 * @enum {string}
                 */
                disclosure: "generated" | "generated-reviewed" | "human";
                /** @description A documentId; it stays when a document is published. */
                documentId: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 */
                firstPublishedAt: string | null;
                /** @description A BCP 47 language tag. */
                language: string;
                /** @description The story that it is an analysis of. */
                originalLink: string | null;
                provenance: {
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC.
                     */
                    generatedAt: string | null;
                    model: string | null;
                    promptVersion: string | null;
                    provider: string | null;
                };
                /** @description Who answers for this very text. */
                review: {
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC.
                     */
                    reviewedAt: string;
                    reviewer: string;
                } | null;
                slug: string;
                sourceName: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 */
                sourcePublishedAt: string | null;
                title: string;
                topics: components["schemas"]["Topic"][];
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 */
                updatedAt: string;
            };
            /** @description Null for callers who may not read comments (`comment.find`). */
            comments: {
                items: components["schemas"]["CommentThread"][];
                meta: components["schemas"]["CommentPageMeta"];
            } | null;
            /** @description Newest first. */
            corrections: components["schemas"]["Correction"][];
            /** @description Null for callers who may not read ratings (`rating.find`). */
            rating: components["schemas"]["Rating"] | null;
            summaries: components["schemas"]["Summary"][];
            /** @description The best one for the languages asked for (RFC 4647 lookup), else the article’s own, else the first. */
            summary: components["schemas"]["Summary"] | null;
        };
        Rankings: {
            data: components["schemas"]["PostCard"][];
            meta: {
                /** @enum {string} */
                by: "score" | "average" | "votes" | "comments";
                days: number | null;
                limit: number;
            };
        };
        RateInput: {
            value: number;
        };
        Rating: {
            /** @description Mean of the votes, 0 when there are none, rounded to two decimals. */
            average: number;
            /** @description Votes by value. */
            histogram: {
                1: number;
                2: number;
                3: number;
                4: number;
                5: number;
            };
            /** @description Bayesian average: what rankings sort by. */
            score: number;
            /** @description Number of votes. */
            total: number;
        };
        RelatedPosts: {
            data: components["schemas"]["PostCard"][];
            meta: {
                limit: number;
            };
        };
        /** @description Further replies of one thread: flat, oldest first; parents always come earlier. */
        ReplyPage: {
            data: components["schemas"]["Comment"][];
            meta: {
                limit: number;
                /** @description Send it as `cursor` for the next page; null on the last. */
                nextCursor: string | null;
            };
        };
        ReportInput: {
            note?: "" | null | string;
            /** @enum {string} */
            reason: "spam" | "abuse" | "off-topic" | "personal-data" | "other";
        };
        SearchHit: {
            /** @description Null for callers who may not read comments (`comment.find`). */
            commentCount: number | null;
            cover: components["schemas"]["Cover"] | null;
            /**
             * @description For the `dir` attribute of what is in that language.
             * @enum {string}
             */
            direction: "ltr" | "rtl";
            /**
             * @description Who wrote it: a program, a program under a person’s eye, or a person. Show it.
             * @enum {string}
             */
            disclosure: "generated" | "generated-reviewed" | "human";
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            firstPublishedAt: string;
            /** @description A BCP 47 language tag. */
            language: string;
            /** @description Null for callers who may not read ratings (`rating.find`). */
            rating: components["schemas"]["Rating"] | null;
            slug: string;
            /** @description One a field at most; none in a list that was asked for without a query. */
            snippets: components["schemas"]["Snippet"][];
            sourceName: string | null;
            summary: components["schemas"]["Summary"] | null;
            title: string;
        };
        SearchResults: {
            data: components["schemas"]["SearchHit"][];
            meta: {
                limit: number;
                /** @description Send it as `cursor` for the next page; null on the last. */
                nextCursor: string | null;
                q: string | null;
            };
        };
        Snippet: {
            /** @enum {string} */
            field: "title" | "summary" | "body";
            /** @description Where it was found: safe HTML, everything escaped but `<mark>`. */
            html: string;
            /** @description Of the text. */
            language: string;
        };
        StoredArticle: {
            body?: string | null;
            contentHash?: string | null;
            /** @description A file of Strapi’s media library. */
            cover?: ({
                url?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            coverAlt?: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            createdAt?: string | null;
            disclosure?: ("generated" | "generated-reviewed" | "human") | null;
            discussionClosed?: boolean | null;
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            editorialResponsibility?: boolean | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            firstPublishedAt?: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            generatedAt?: string | null;
            generatorModel?: string | null;
            generatorProvider?: string | null;
            /** @description Of the row; another after each publish. Use `documentId`. */
            id: number;
            language?: string | null;
            origin?: ("generated" | "human") | null;
            originalLink?: string | null;
            promptHash?: string | null;
            promptVersion?: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            publishedAt?: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            reviewedAt?: string | null;
            reviewer?: string | null;
            runId?: string | null;
            slug?: string | null;
            sourceName?: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            sourcePublishedAt?: string | null;
            summaries?: components["schemas"]["ArticleSummary"][] | null;
            title?: string | null;
            topics?: components["schemas"]["StoredTopic"][];
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            updatedAt?: string | null;
        };
        StoredSummary: {
            articleId?: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            createdAt?: string | null;
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /** @description Of the row; another after each publish. Use `documentId`. */
            id: number;
            language?: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            publishedAt?: string | null;
            text?: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            updatedAt?: string | null;
        };
        StoredTopic: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            createdAt?: string | null;
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /** @description Of the row; another after each publish. Use `documentId`. */
            id: number;
            kind?: ("aspect" | "subject") | null;
            name?: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            publishedAt?: string | null;
            slug?: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            updatedAt?: string | null;
        };
        Summary: {
            /**
             * @description For the `dir` attribute of what is in that language.
             * @enum {string}
             */
            direction: "ltr" | "rtl";
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /** @description A BCP 47 language tag. */
            language: string;
            text: string;
        };
        Topic: {
            /** @description A documentId; it stays when a document is published. */
            documentId: string;
            /**
             * @description A perspective of the house template, or what a post is about.
             * @enum {string}
             */
            kind: "aspect" | "subject";
            name: string;
            slug: string;
        };
        TopicInput: {
            kind?: ("aspect" | "subject") | null;
            name?: string | null;
            slug?: string | null;
        };
    };
    responses: {
        /** @description Something in the request is wrong; `error.details.errors` names every field at fault. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A clash with what is there. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Not permitted; `error.message` says why. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such thing, or it is not public. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The format is not offered. */
        NotImplemented: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is larger than 1 MB. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Enough for now; try again after the seconds in `Retry-After`, also `error.details.retryAfter`. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The token in `Authorization` is not valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is of a type that is not taken. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listArticles: {
        parameters: {
            query?: {
                /** @description Words to look for. */
                _q?: string;
                count?: boolean;
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                limit?: number;
                locale?: string;
                ordering?: string;
                page?: number;
                pageSize?: number;
                /** @description `page` and `pageSize`, or `start` and `limit`; at most 100; `withCount`. */
                pagination?: {
                    [key: string]: unknown;
                };
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description `title:asc`, one or several. */
                sort?: string | string[];
                start?: number;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredArticle"][];
                        meta: components["schemas"]["ListMeta"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    createArticle: {
        parameters: {
            query?: {
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                locale?: string;
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["ArticleInput"];
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredArticle"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    reportClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["ClaimInput"];
                };
            };
        };
        responses: {
            /** @description It will be looked at. */
            201: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description A token that makes the caller known; send it back in the same header. */
                    "X-Analysis-Visitor"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            reported: true;
                        };
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listComments: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description How many; 20 if not given. */
                limit?: number;
                /** @description `newest` if not given. */
                sort?: "newest" | "oldest" | "discussed";
                /** @description The documentId of a root comment. */
                thread?: string;
            };
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"] | components["schemas"]["ReplyPage"];
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    createComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["CommentInput"];
                };
            };
        };
        responses: {
            /** @description The comment, which may wait for a moderator; `status` says so. */
            201: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description A token that makes the caller known; send it back in the same header. */
                    "X-Analysis-Visitor"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CommentReceipt"];
                        meta: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            editableUntil?: string;
                            /** @description Send as `X-Analysis-Edit-Token` to edit or delete; shown once. */
                            editToken?: string;
                            /**
                             * @description Where `notify` was asked for: `confirm` means that a mail with a link comes once the comment is public.
                             * @enum {string}
                             */
                            notify?: "on" | "confirm";
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getCommentsFeedAtom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    getCommentsFeedJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": {
                        version: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    getCommentsFeedRss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    getRating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rating; private, never cached. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MyRating"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["RateInput"];
                };
            };
        };
        responses: {
            /** @description The rating after the vote. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description A token that makes the caller known; send it back in the same header. */
                    "X-Analysis-Visitor"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MyRating"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    withdrawRating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rating without the vote. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MyRating"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    getArticle: {
        parameters: {
            query?: {
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                locale?: string;
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path: {
                /** @description The documentId. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredArticle"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateArticle: {
        parameters: {
            query?: {
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                locale?: string;
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path: {
                /** @description The documentId. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["ArticleInput"];
                };
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredArticle"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    deleteArticle: {
        parameters: {
            query?: {
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                locale?: string;
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path: {
                /** @description The documentId. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    getCommentToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send it with the comment. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Send as `formToken` with the comment: it says when the form was shown. */
                            token: string;
                        };
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
        };
    };
    deleteComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    editComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["CommentEditInput"];
                };
            };
        };
        responses: {
            /** @description The comment as it is now. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CommentReceipt"];
                        meta: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            editableUntil?: string;
                            /** @description Send as `X-Analysis-Edit-Token` to edit or delete; shown once. */
                            editToken?: string;
                            /**
                             * @description Where `notify` was asked for: `confirm` means that a mail with a link comes once the comment is public.
                             * @enum {string}
                             */
                            notify?: "on" | "confirm";
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    reportComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["ReportInput"];
                };
            };
        };
        responses: {
            /** @description It will be looked at. */
            201: {
                headers: {
                    /** @description A token that makes the caller known; send it back in the same header. */
                    "X-Analysis-Visitor"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            reported: true;
                        };
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    getEmbedScript: {
        parameters: {
            query?: {
                /** @description The plugin’s version: kept for good then. */
                v?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An ES module. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    getFeedAtom: {
        parameters: {
            query?: {
                /** @description Only articles in this language, a BCP 47 tag. */
                lang?: string;
                /** @description Only articles of this topic, by its slug. */
                topic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    getFeedJson: {
        parameters: {
            query?: {
                /** @description Only articles in this language, a BCP 47 tag. */
                lang?: string;
                /** @description Only articles of this topic, by its slug. */
                topic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": {
                        version: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    getFeedRss: {
        parameters: {
            query?: {
                /** @description Only articles in this language, a BCP 47 tag. */
                lang?: string;
                /** @description Only articles of this topic, by its slug. */
                topic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A feed. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    showNotice: {
        parameters: {
            query?: {
                /** @description From the link in the mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with one button. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The link is not whole, or its time is over. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    settleNotice: {
        parameters: {
            query?: {
                /** @description From the link in the mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["NoticeTokenInput"];
                };
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done; a page for a form, JSON for JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Notice"];
                        meta: Record<string, never>;
                    };
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The link is not whole, or its time is over. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    getOembed: {
        parameters: {
            query?: {
                /** @description `json` if not given, or `xml`. */
                format?: string;
                maxheight?: number;
                maxwidth?: number;
                /** @description Of the page of a post. */
                url?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An answer of type `rich`. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        height: number;
                        html: string;
                        title: string;
                        /** @constant */
                        type: "rich";
                        /** @constant */
                        version: "1.0";
                        width: number;
                    } & {
                        [key: string]: unknown;
                    };
                    "text/xml": string;
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            501: components["responses"]["NotImplemented"];
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    searchPosts: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The reader’s language, a BCP 47 tag; wins over `Accept-Language`. */
                lang?: string;
                /** @description How many; 10 if not given. */
                limit?: number;
                /** @description Words that all have to be there; `"a phrase"`, `begin*` from three letters. Without it: the newest. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of posts. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    ingestPost: {
        parameters: {
            query?: {
                /** @description Also over what a person edited since; `?force` alone says so too. */
                force?: boolean | ("0" | "1" | "");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["IngestInput"];
                };
                "text/html": string;
                "text/markdown": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description Updated, or unchanged. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["IngestResult"];
                        meta: Record<string, never>;
                    };
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["IngestResult"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    getPost: {
        parameters: {
            query?: {
                /** @description The reader’s language, a BCP 47 tag; wins over `Accept-Language`. */
                lang?: string;
            };
            header?: never;
            path: {
                /** @description The slug of the post, or one that it had earlier. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The post. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description The languages that the answer holds. */
                    "Content-Language"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Post"];
                        meta: Record<string, never>;
                    };
                };
            };
            /** @description The post has another address by now. */
            301: {
                headers: {
                    /** @description The address to ask instead. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listRelatedPosts: {
        parameters: {
            query?: {
                /** @description The reader’s language, a BCP 47 tag; wins over `Accept-Language`. */
                lang?: string;
                /** @description How many; 5 if not given. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The slug of the post, or one that it had earlier. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nearest first. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedPosts"];
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    ingestPosts: {
        parameters: {
            query?: {
                /** @description Also over what a person edited since; `?force` alone says so too. */
                force?: boolean | ("0" | "1" | "");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["IngestInput"];
            };
        };
        responses: {
            /** @description One result a line, in the order of the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["BatchLine"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    getPreview: {
        parameters: {
            query?: {
                /** @description The reader’s language, a BCP 47 tag; wins over `Accept-Language`. */
                lang?: string;
                /** @description From the link. */
                token?: string;
            };
            header?: never;
            path: {
                /** @description The documentId of the article or comment. */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft, or what is published. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Preview"];
                        meta: {
                            /**
                             * @description Whether the article is public: not at all (`draft`), without its latest changes (`modified`), or as it stands (`published`).
                             * @enum {string}
                             */
                            documentStatus: "draft" | "modified" | "published";
                            /**
                             * Format: date-time
                             * @description When the link ends.
                             */
                            expiresAt: string;
                            /** @description What a draft still lacks before it can be published. */
                            missing: components["schemas"]["Fault"][];
                            /** @constant */
                            preview: true;
                            /**
                             * @description The edition that is shown.
                             * @enum {string}
                             */
                            status: "draft" | "published";
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
        };
    };
    listRankings: {
        parameters: {
            query?: {
                /** @description `score` if not given. */
                by?: "score" | "average" | "votes" | "comments";
                /** @description Only posts first published within so many days. */
                days?: number;
                /** @description The reader’s language, a BCP 47 tag; wins over `Accept-Language`. */
                lang?: string;
                /** @description How many; 25 if not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The best first. */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rankings"];
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    getSitemapPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A sitemap (sitemaps.org). */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    getNewsSitemap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A sitemap (sitemaps.org). */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    getSitemap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A sitemap (sitemaps.org). */
            200: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description The client holds this very answer. */
            304: {
                headers: {
                    /** @description Who may keep the answer, and for how long. */
                    "Cache-Control"?: string;
                    /** @description Send it back in `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    listSummaries: {
        parameters: {
            query?: {
                /** @description Words to look for. */
                _q?: string;
                count?: boolean;
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                limit?: number;
                locale?: string;
                ordering?: string;
                page?: number;
                pageSize?: number;
                /** @description `page` and `pageSize`, or `start` and `limit`; at most 100; `withCount`. */
                pagination?: {
                    [key: string]: unknown;
                };
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description `title:asc`, one or several. */
                sort?: string | string[];
                start?: number;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredSummary"][];
                        meta: components["schemas"]["ListMeta"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    createSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    getSummary: {
        parameters: {
            query?: {
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                locale?: string;
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path: {
                /** @description The documentId. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The summary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredSummary"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateSummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    deleteSummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The documentId. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    listTopics: {
        parameters: {
            query?: {
                /** @description Words to look for. */
                _q?: string;
                count?: boolean;
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                limit?: number;
                locale?: string;
                ordering?: string;
                page?: number;
                pageSize?: number;
                /** @description `page` and `pageSize`, or `start` and `limit`; at most 100; `withCount`. */
                pagination?: {
                    [key: string]: unknown;
                };
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description `title:asc`, one or several. */
                sort?: string | string[];
                start?: number;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredTopic"][];
                        meta: components["schemas"]["ListMeta"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    createTopic: {
        parameters: {
            query?: {
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                locale?: string;
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["TopicInput"];
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredTopic"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    getTopic: {
        parameters: {
            query?: {
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                locale?: string;
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path: {
                /** @description The documentId. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The topic. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredTopic"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateTopic: {
        parameters: {
            query?: {
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                locale?: string;
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path: {
                /** @description The documentId. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: components["schemas"]["TopicInput"];
                };
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredTopic"];
                        meta: Record<string, never>;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    deleteTopic: {
        parameters: {
            query?: {
                /** @description Attributes to answer with. */
                fields?: string | string[];
                /** @description Strapi’s filters: `filters[title][$contains]=tide`. */
                filters?: {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                hasPublishedVersion?: string;
                locale?: string;
                /** @description Relations to answer with. */
                populate?: (string | string[]) | {
                    [key: string]: unknown;
                };
                /** @description For API tokens. */
                publicationFilter?: string;
                /** @description Drafts are for API tokens; readers get what is published. */
                status?: "draft" | "published";
            };
            header?: never;
            path: {
                /** @description The documentId. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
}
