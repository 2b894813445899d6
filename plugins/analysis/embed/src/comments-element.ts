import { html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import type { CommentSort } from '../../shared/contracts/comments';
import { BaseElement } from './base-element';
import { ApiError, statusOf } from './lib/api';
import type { Sent } from './lib/discussion-store';
import { targetOf } from './lib/events';
import { isEditable } from './lib/own-comments';
import type { Post } from './lib/posts';
import { mergeOwn, type Entry } from './lib/tree';
import { failureText } from './lib/localizer';
import commentsCss from './styles/comments.css';
import type { AnalysisCommentedDetail } from './types';
import { list, type Act, type CommentProps } from './views/comment';
import { empty, more, sorting, sure } from './views/discussion';
import { BLANK, commentForm, editForm, reportForm, type FormState, type Guest } from './views/form';
import { heading, NO_MESSAGE, status, type StatusMessage } from './views/states';

/** Whom the forms of this page are filled in for, once somebody has sent one. It is not kept. */
let guest: Guest = { name: '', email: '', url: '' };

/** Where the form for a comment on the article itself stands. */
const MAIN = 'new';

/** `<analysis-comments>`: the discussion of a post, and its reader's own part in it. */
export class CommentsElement extends BaseElement {
  static override styles = [...BaseElement.styles, unsafeCSS(commentsCss)];

  protected readonly lines = 5;
  /** What is open below which comment. */
  private opened: { what: Act; id: string } | null = null;
  private main: FormState = BLANK;
  private below: FormState = BLANK;
  private notice: StatusMessage = NO_MESSAGE;
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected follows({ discussion }: Post) {
    return [discussion];
  }

  protected override shown(): void {
    Object.assign(this, { opened: null, main: BLANK, below: BLANK, notice: NO_MESSAGE });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** The buttons of one's own comment go when its time is over. */
  protected override updated(): void {
    clearTimeout(this.timer);
    const now = Date.now();
    const own = this.post?.discussion.state.own.filter((each) => isEditable(each, now)) ?? [];
    if (own.length === 0 || !this.isConnected) return;
    const next = Math.min(...own.map(({ editableUntil }) => Date.parse(editableUntil ?? '')));
    this.timer = setTimeout(() => this.requestUpdate(), next - now + 50);
  }

  protected view({ discussion, view }: Post): TemplateResult {
    if (view.comments === null) return html``;
    const { localizer } = this;
    const { items, meta, own, fresh, busy } = discussion.state;
    const entries = mergeOwn(items, meta, own, fresh);
    const props: CommentProps = {
      ...{ localizer, busy, open: meta.open, now: Date.now() },
      opened: (entry) => this.openedBelow(entry),
      act: (what, entry) => this.open(what, entry),
      moreReplies: ({ documentId }) => void this.fetchReplies(documentId),
    };
    const count =
      meta.total > 0
        ? html` <span class="count">(${localizer.number(meta.total)})</span>`
        : nothing;
    return html`
      <section class="comments" aria-labelledby="heading">
        <div class="top">
          ${heading(this.level(0), html`${localizer.t('comments')}${count}`, { id: 'heading' })}
          ${entries.length > 1 ? sorting(localizer, meta.sort, busy.has('sort'), this.sortBy) : nothing}
        </div>
        ${status(this.notice)}
        ${
          entries.length > 0
            ? html`<div aria-busy=${busy.has('sort') ? 'true' : 'false'}>
                ${list(props, entries, 'threads')}
              </div>`
            : empty(localizer, meta.open)
        }
        ${
          meta.nextCursor === null
            ? nothing
            : more(
                localizer,
                localizer.t('moreComments'),
                busy.has('more'),
                () => void this.fetchMore()
              )
        }
        ${
          meta.open
            ? html`<div class="respond" part="respond">
                ${heading(this.level(1), localizer.t('leaveReply'))}
                ${this.form(null, this.main, meta.notify)}
              </div>`
            : html`<p class="closed" part="closed">${localizer.t('closed')}</p>`
        }
      </section>
    `;
  }

  private readonly sortBy = (sort: CommentSort): void => {
    void this.attempt(() => this.post?.discussion.sort(sort));
  };

  private form(parent: Entry | null, state: FormState, notify: boolean): TemplateResult {
    const { localizer } = this;
    const name = parent?.author?.name ?? '';
    return commentForm({
      ...{ localizer, state, guest, notify },
      prefix: parent?.documentId ?? MAIN,
      label: parent ? localizer.t('replyTo', { name }) : localizer.t('leaveReply'),
      submit: (event) => void this.submitComment(event, parent),
      cancel: parent ? () => this.close() : null,
      begin: () => this.post?.discussion.begin(),
    });
  }

  private openedBelow(entry: Entry): TemplateResult | typeof nothing {
    const { opened } = this;
    if (opened?.id !== entry.documentId) return nothing;
    return html`<div class="below" data-below>${this.formFor(opened.what, entry)}</div>`;
  }

  private formFor(what: Act, entry: Entry): TemplateResult {
    const { localizer, below: state } = this;
    const cancel = () => this.close();
    const shared = { localizer, state, cancel, prefix: entry.documentId };
    switch (what) {
      case 'reply':
        return this.form(entry, state, this.post?.discussion.state.meta.notify ?? false);
      case 'report':
        return reportForm({
          ...shared,
          label: localizer.t('reportOf', { name: entry.author?.name ?? '' }),
          submit: (event) => void this.submitReport(event, entry),
        });
      case 'edit':
        return editForm({
          ...shared,
          content: entry.own?.content ?? '',
          label: localizer.t('editComment'),
          submit: (event) => void this.submitEdit(event, entry),
        });
      case 'delete':
        return sure(localizer, state, () => void this.takeBack(entry), cancel);
    }
  }

  private open(what: Act, { documentId: id }: Entry): void {
    const same = this.opened?.what === what && this.opened.id === id;
    if (same) return this.close();
    this.opened = { what, id };
    this.below = BLANK;
    this.notice = NO_MESSAGE;
    this.requestUpdate();
    void this.focusOn('[data-below] :is(textarea, select, button)');
  }

  /** Closes what is open, and gives the focus back to what opened it. */
  private close(): void {
    if (!this.opened) return;
    const { what, id } = this.opened;
    this.opened = null;
    this.requestUpdate();
    void this.focusOn(`[data-act="${what} ${id}"]`);
  }

  /** Does something that is no form; a failure is said above the list. */
  private async attempt(work: () => Promise<void> | undefined): Promise<boolean> {
    try {
      this.notice = NO_MESSAGE;
      await work();
      return true;
    } catch (error) {
      this.notice = { text: failureText(this.localizer, error), failed: true };
      this.requestUpdate();
      return false;
    }
  }

  private async fetchMore(): Promise<void> {
    const { discussion } = this.post ?? {};
    if (!discussion || discussion.state.busy.has('more')) return;
    const before = new Set(discussion.state.items.map(({ documentId }) => documentId));
    if (!(await this.attempt(() => discussion.more()))) return;
    const first = discussion.state.items.find(({ documentId }) => !before.has(documentId));
    if (first) await this.focusOn(`#c-${CSS.escape(first.documentId)}`);
  }

  private async fetchReplies(thread: string): Promise<void> {
    const { discussion } = this.post ?? {};
    if (!discussion || discussion.state.busy.has(thread)) return;
    const known = new Set(this.shownIds());
    if (!(await this.attempt(() => discussion.moreReplies(thread)))) return;
    await this.updateComplete;
    const first = this.shownIds().find((id) => !known.has(id));
    if (first) this.find(`#${CSS.escape(first)}`)?.focus();
  }

  private shownIds(): string[] {
    return [...this.renderRoot.querySelectorAll('.comment')].map(({ id }) => id);
  }

  /** Sends a form once: shows that it is on its way, and what is wrong with it. */
  private async send<T>(
    event: SubmitEvent | null,
    which: 'main' | 'below',
    work: (data: FormData) => Promise<T>
  ): Promise<T | null> {
    event?.preventDefault();
    if (this[which].busy) return null;
    const form = event ? targetOf<HTMLFormElement>(event) : undefined;
    const data = new FormData(form);
    this[which] = { ...BLANK, busy: true };
    this.notice = NO_MESSAGE;
    this.requestUpdate();
    try {
      const done = await work(data);
      this[which] = BLANK;
      return done;
    } catch (error) {
      const faults = error instanceof ApiError && error.status === 400 ? error.faults : [];
      const failure = faults.length > 0 ? '' : failureText(this.localizer, error);
      this[which] = { busy: false, faults, failure };
      this.requestUpdate();
      await this.updateComplete;
      form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return null;
    } finally {
      this.requestUpdate();
    }
  }

  private async submitComment(event: SubmitEvent, parent: Entry | null): Promise<void> {
    const { post } = this;
    event.preventDefault();
    if (!post) return;
    const form = targetOf<HTMLFormElement>(event);
    const which = parent ? 'below' : 'main';
    const sent = await this.send(event, which, (data) => {
      const text = textOf(data);
      const author = { name: text('name'), email: text('email'), url: text('url') };
      guest = author;
      return post.discussion.create({
        ...{ author, content: text('content'), homepage: text('homepage') },
        parent: parent?.documentId ?? null,
        notify: data.has('notify'),
      });
    });
    if (!sent) return;
    const { documentId, status: outcome } = sent.receipt;
    if (outcome !== 'pending' && outcome !== 'approved') {
      // What was written stays, to be written differently.
      this[which] = { ...BLANK, failure: this.localizer.t('notAccepted') };
      return this.requestUpdate();
    }
    for (const area of form.querySelectorAll('textarea')) area.value = '';
    if (parent) this.opened = null;
    this.sayOutcome(sent, sent.meta.notify === 'confirm' ? 'confirm' : 'pending', 'approved');
    const detail: AnalysisCommentedDetail = {
      ...{ slug: this.slug, articleId: post.discussion.articleId, documentId },
      ...{ parent: parent?.documentId ?? null, status: outcome },
    };
    this.emit('analysis-commented', detail);
    await this.focusOn(`#c-${CSS.escape(documentId)}`);
  }

  private async submitEdit(event: SubmitEvent, { own, documentId }: Entry): Promise<void> {
    const { discussion } = this.post ?? {};
    if (!own || !discussion) return;
    const sent = await this.send(event, 'below', (data) =>
      discussion.edit(own, textOf(data)('content'))
    );
    if (!sent) return;
    this.opened = null;
    this.sayOutcome(sent, 'savedPending', 'saved');
    await this.focusOn(`#c-${CSS.escape(documentId)}`);
  }

  private async submitReport(event: SubmitEvent, { documentId }: Entry): Promise<void> {
    const { discussion } = this.post ?? {};
    if (!discussion) return;
    const outcome = await this.send(event, 'below', async (data) => {
      const text = textOf(data);
      try {
        await discussion.report(documentId, text('reason'), text('note'));
        return 'reported' as const;
      } catch (error) {
        if (statusOf(error) === 409) return 'reportedAlready' as const;
        throw error;
      }
    });
    if (!outcome) return;
    this.notice = { text: this.localizer.t(outcome), failed: false };
    this.close();
  }

  private async takeBack({ own }: Entry): Promise<void> {
    const { discussion } = this.post ?? {};
    if (!own || !discussion) return;
    const done = await this.send(null, 'below', () => discussion.remove(own).then(() => true));
    if (!done) return;
    this.opened = null;
    this.notice = { text: this.localizer.t('removed'), failed: false };
    this.requestUpdate();
    await this.focusOn('#heading');
  }

  /** What became of a comment that was sent or changed, in words. */
  private sayOutcome(
    { receipt: { status: outcome } }: Sent,
    pending: 'pending' | 'confirm' | 'savedPending',
    approved: 'approved' | 'saved'
  ): void {
    const failed = outcome !== 'pending' && outcome !== 'approved';
    const key = failed ? 'notAccepted' : outcome === 'pending' ? pending : approved;
    this.notice = { text: this.localizer.t(key), failed };
    this.requestUpdate();
  }
}

/** Texts of a form by the names of its fields. */
const textOf =
  (data: FormData) =>
  (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
