import { html, LitElement, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { firstTag } from '../../shared/localizer';
import { postEntry, release, type Post, type PostEntry } from './lib/posts';
import { apiBase } from './lib/server';
import type { Shared } from './lib/state';
import { chooseTag, localizerFor, type Localizer } from './lib/localizer';
import baseCss from './styles/base.css';
import { problem, skeleton } from './views/states';

/** The languages of what an element stands in, nearest first, through shadow roots. */
function* languagesAround(element: Element): Generator<string | null> {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest('[lang]');
    if (found) {
      yield found.getAttribute('lang');
      return;
    }
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
}

/**
 * What all elements have: a post that they find by its slug, a language, and something to show
 * while it is on its way or when it does not come. Nothing that goes wrong in here reaches the page.
 */
export abstract class BaseElement extends LitElement {
  static override properties = {
    slug: {},
    server: {},
    heading: { type: Number },
    language: { attribute: 'lang' },
  };
  static override styles = [unsafeCSS(baseCss)];

  declare slug: string;
  declare server: string;
  declare heading: number;
  declare language: string | null;

  protected localizer: Localizer = localizerFor('en');
  /** The language that texts are asked for in; the localizer may have to be another. */
  protected textTag = 'en';
  private entry: PostEntry | null = null;
  /** The post whose stores are being watched. */
  private bound: Post | null = null;
  private unsubscribes: (() => void)[] = [];

  constructor() {
    super();
    this.slug = '';
    this.server = '';
    this.heading = 2;
    this.language = null;
  }

  /** What the element shows of a post. */
  protected abstract view(post: Post): TemplateResult;
  /** The part of a post that it follows. */
  protected abstract follows(post: Post): Shared<object>[];
  /** How many lines stand in for it while it loads. */
  protected abstract readonly lines: number;
  /** Called once for each post that it comes to show. */
  protected shown(_post: Post): void {}

  protected get post(): Post | null {
    return this.entry?.state.post ?? null;
  }

  /** Level of a heading below the element's own. */
  protected level(below: number): number {
    const own = Number.isInteger(this.heading) ? this.heading : 2;
    return Math.min(6, Math.max(1, own + below));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.online);
    if (this.hasUpdated) this.bind();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.online);
    this.unbind();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const names = ['slug', 'server', 'language'];
    if (this.isConnected && (!this.entry || names.some((name) => changed.has(name)))) this.bind();
  }

  /** An error while rendering would be a rejected promise, which is the page's. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch {
      // What stood there stays.
    }
  }

  override render(): TemplateResult {
    return html`<div
      class="root"
      part="root"
      lang=${this.localizer.language}
      dir="ltr"
      tabindex="-1"
    >
      ${this.content()}
    </div>`;
  }

  private content(): TemplateResult {
    const { localizer, entry } = this;
    if (!entry) return problem(localizer, localizer.t('noSlug'), null);
    const { status, post, error } = entry.state;
    if (status === 'loading') return skeleton(localizer, this.lines);
    if (status === 'failed') {
      const key =
        error.status === 0
          ? 'unreachable'
          : error.status === 404
            ? 'missing'
            : error.status === 403 || error.status === 401
              ? 'closedToReaders'
              : 'unavailable';
      return problem(localizer, localizer.t(key), this.retry);
    }
    try {
      return this.view(post);
    } catch {
      return problem(localizer, localizer.t('unavailable'), this.retry);
    }
  }

  private readonly online = (): void => {
    const { state } = this.entry ?? {};
    if (state?.status === 'failed' && state.error.status === 0) void this.entry?.load();
  };

  private readonly retry = (): void => {
    // The button goes away with the message that it belongs to.
    this.find('.root')?.focus();
    void this.entry?.load();
  };

  private bind(): void {
    const tags = [...languagesAround(this)];
    const tag = chooseTag([...tags, ...navigator.languages]);
    const base = apiBase(this.server);
    this.textTag = firstTag([...tags, tag]);
    const slug = (this.slug ?? '').trim();
    const entry = base && slug ? postEntry(base, slug, this.textTag) : null;
    if (tag !== this.localizer.tag) this.localizer = localizerFor(tag);
    if (entry !== this.entry || this.unsubscribes.length === 0) {
      const end = entry?.subscribe(() => this.changed());
      this.unbind();
      this.entry = entry;
      if (end) this.unsubscribes.push(end);
    }
    this.changed();
  }

  private unbind(): void {
    for (const end of this.unsubscribes.splice(0)) end();
    if (this.entry) release(this.entry);
    this.bound = null;
  }

  private changed(): void {
    const { post } = this;
    if (post && post !== this.bound) {
      this.bound = post;
      for (const part of this.follows(post)) {
        this.unsubscribes.push(part.subscribe(() => this.requestUpdate()));
      }
      this.shown(post);
    }
    this.requestUpdate();
  }

  protected find<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.renderRoot?.querySelector<E>(selector) ?? null;
  }

  /** Moves the focus to what the next render shows. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.find(selector)?.focus();
  }

  /** Tells the page what its reader did. */
  protected emit(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
