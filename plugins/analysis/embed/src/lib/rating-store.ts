import type { MyRatingView, RatingView } from '../../../shared/contracts/ratings';
import { ApiError, type Api } from './api';
import { Shared } from './state';

export interface RatingState {
  rating: RatingView;
  /** Undefined until it is known. */
  mine: number | null | undefined;
  /** What was sent and not answered yet; null is a withdrawal. */
  sending: number | null | undefined;
}

/** The rating of an article, and the reader's own vote. */
export class RatingStore extends Shared<RatingState> {
  /** Answers to earlier questions than the last say what is over. */
  private latest = 0;
  private loading: Promise<void> | null = null;

  constructor(
    private readonly api: Api,
    readonly articleId: string,
    rating: RatingView
  ) {
    super({ rating, mine: undefined, sending: undefined });
  }

  /** What the post's page says, which may be newer or older than what is known. */
  seed(rating: RatingView): void {
    if (this.state.mine === undefined) this.set({ rating });
  }

  /** Asks for the reader's own vote; without an answer everything else still works. */
  load(): Promise<void> {
    this.loading ??= this.ask('GET').then(
      () => void (this.loading = null),
      () => void (this.loading = null)
    );
    return this.loading;
  }

  /** @throws ApiError */
  vote(value: number): Promise<MyRatingView> {
    this.set({ sending: value });
    return this.ask('PUT', { value });
  }

  /** @throws ApiError */
  withdraw(): Promise<MyRatingView> {
    this.set({ sending: null });
    return this.ask('DELETE');
  }

  private async ask(method: 'GET' | 'PUT' | 'DELETE', data?: { value: number }) {
    const request = (this.latest += 1);
    const path = `/articles/${this.articleId}/rating`;
    try {
      const answer = await this.api.call<MyRatingView>(method, path, { data, personal: true });
      const { mine, ...rating } = answer.data;
      if (typeof rating.total !== 'number') throw new ApiError(0);
      if (request === this.latest) this.set({ rating, mine, sending: undefined });
      return answer.data;
    } catch (error) {
      if (request === this.latest) this.set({ sending: undefined });
      throw error;
    }
  }
}
