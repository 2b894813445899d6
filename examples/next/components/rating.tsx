'use client';

import { useMemo, useState } from 'react';
import {
  AnalysisError,
  createAnalysisClient,
  type Rating as RatingOfPost,
} from 'strapi-plugin-analysis/client';

const KEPT = 'analysis-visitor';

interface Props {
  articleId: string;
  initial: RatingOfPost;
}

/** Stars that know their reader again: the visitor token is kept in the browser. */
export function Rating({ articleId, initial }: Props) {
  const [rating, setRating] = useState<RatingOfPost & { mine?: number | null }>(initial);
  const [problem, setProblem] = useState('');
  const analysis = useMemo(() => {
    const visitor = typeof window === 'undefined' ? null : localStorage.getItem(KEPT);
    return createAnalysisClient({
      baseUrl: process.env.NEXT_PUBLIC_ANALYSIS_URL ?? 'http://localhost:1337/api/analysis',
      ...(visitor === null ? {} : { visitor }),
      onVisitor: (token) => localStorage.setItem(KEPT, token),
    });
  }, []);

  const rate = async (value: number) => {
    try {
      setRating(await analysis.ratings.rate(articleId, value));
      setProblem('');
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
      setProblem(error.message);
    }
  };

  return (
    <fieldset>
      <legend>
        {rating.average} of 5, {rating.total} votes
      </legend>
      {[1, 2, 3, 4, 5].map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={rating.mine === value}
          onClick={() => void rate(value)}
        >
          {value} ★
        </button>
      ))}
      <p role="status">{problem}</p>
    </fieldset>
  );
}
