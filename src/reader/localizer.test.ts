import { createLocalizer, type Locale } from './localizer';

test.each<[Locale, number, string]>([
  ['en', 0, '0 comments, Show 0 more replies'],
  ['en', 1, '1 comment, Show 1 more reply'],
  ['en', 2, '2 comments, Show 2 more replies'],
  ['fr', 0, '0 commentaire, Afficher 0 autre réponse'],
  ['fr', 1, '1 commentaire, Afficher 1 autre réponse'],
  ['fr', 2, '2 commentaires, Afficher 2 autres réponses'],
])('counting in %s: %d', (locale, n, text) => {
  const { count } = createLocalizer(locale);
  expect(`${count('commentCount', n)}, ${count('moreReplies', n)}`).toBe(text);
});
