import fc from 'fast-check';
import { readPost } from './read-post';

/** Words that no heading, widget or chat tool has, each of its own in a page. */
const word = fc.stringMatching(/^[bdfghjklmnprstvz][aeou][bdfghjklmnprstvz]{2,5}[aeou]x$/);
const sentence = fc
  .array(word, { minLength: 3, maxLength: 12 })
  .map((words) => `${words.join(' ')}.`);
const paragraph = fc.oneof(
  sentence,
  sentence.map((text) => `## ${text}`),
  sentence.map((text) => `- ${text}\n- ${text}`),
  sentence.map((text) => `> ${text}`),
  sentence.map((text) => `**${text}**`),
  sentence.map((text) => `    ${text}`),
  sentence.map((text) => `\`\`\`\nSummary: ${text}\n\nLeave a Reply\n\`\`\``),
  sentence.map((text) => `| ${text} | ${text} |\n| --- | --- |\n| ${text}<br>${text} | x |`),
  sentence.map((text) => `Summary: ${text}`),
  sentence.map((text) => `## Summary\n\n${text}`),
  sentence.map((text) => `412 comments on ${text}`),
  sentence.map((text) => `Comments\n\n${text}`),
  sentence.map((text) => `<p>${text}</p>`),
  sentence.map((text) => `<script>${text}</script>`),
  sentence.map((text) => `<!-- ${text} -->`),
  sentence.map((text) => `【12†source】 ${text}`),
  sentence.map((text) => `---\n${text}`),
  sentence.map((text) => `${text}\n---`),
  sentence.map((text) => `Original Link: ${text}`),
  sentence.map((text) => `Title: ${text}`),
  sentence.map((text) => `Sure! Here is the article: ${text}`)
);
const paragraphs = fc
  .array(paragraph, { minLength: 1, maxLength: 6 })
  .map((all) => all.join('\n\n'));

const heading = (name: string) =>
  fc.constantFrom(
    ...[`${name}:`, `**${name}**`, `## ${name}`, name.toUpperCase(), `<h2>${name}</h2>`, name],
    ...[`1. ${name}:`, `- **${name}:**`, `${name}\n---`, `\u200b${name}:`, `📝 ${name}`]
  );
const language = fc.oneof(
  fc.constantFrom('', ' (fr)', ' (pt_BR)', ' [Deutsch]', ' (in French)'),
  word.map((each) => ` (${each})`)
);
const part = fc.oneof(
  fc
    .tuple(heading('Summary'), language, paragraphs)
    .map(([head, name, text]) => `${head}${name}\n\n${text}`),
  fc
    .tuple(heading('Original Link'), paragraphs)
    .map(([head, text]) => `${head}\n\nhttps://a.example/x\n\n${text}`),
  fc
    .tuple(heading('Original Link'), sentence)
    .map(([head, text]) => `${head}\n\n[${text}](https://a.example/x)`),
  fc.tuple(heading('Generated Article'), paragraphs).map(([head, text]) => `${head}\n\n${text}`),
  paragraphs
);
const ending = fc.oneof(
  fc.constant(''),
  fc.constant(
    'Click to rate this post!\n[Total: 0 Average: 0]\n\nComments\n\nNo comments yet\n\nLeave a Reply'
  ),
  sentence.map((text) => `2 Comments\n\nAna says:\n\n${text}\n\nLeave a Reply`),
  sentence.map((text) => `Leave a Reply\n\n${text}`)
);
const title = fc.oneof(
  sentence,
  sentence.map((text) => `# ${text} #`),
  sentence.map((text) => `**${text}**`),
  sentence.map((text) => `<h1>${text}</h1>`),
  sentence.map((text) => `[${text}](https://a.example/t)`),
  sentence.map((text) => `Title:\n\n${text}`),
  sentence.map((text) => `Sure! Here is the article:\n\n${text}`)
);
const anyPage = fc
  .tuple(
    title,
    fc.array(part, { minLength: 1, maxLength: 5 }),
    ending,
    fc.constantFrom('\n', '\r\n', '\n\v')
  )
  .map(([head, parts, end, newline]) => [head, ...parts, end].join('\n\n').replace(/\n/g, newline));

const wordsOf = (text: string): string[] =>
  text.match(/\b[bdfghjklmnprstvz][aeou][a-z]+x\b/g) ?? [];

test('every word of a page stands in a field or in a warning', async () => {
  await fc.assert(
    fc.asyncProperty(anyPage, async (text) => {
      const { fields, warnings } = await readPost({ format: 'text', text });
      const kept = new Set(wordsOf(JSON.stringify([fields, warnings]).replace(/\\[nt]/g, ' ')));
      expect(wordsOf(text).filter((each) => !kept.has(each))).toEqual([]);
    }),
    { numRuns: 500 }
  );
});

test('every word of a page in HTML stands in a field or in a warning', async () => {
  const block = fc.oneof(
    sentence.map((text) => `<p>${text}</p>`),
    sentence.map((text) => `<ul><li>${text}<li>${text}</ul>`),
    sentence.map(
      (text) => `<table><tr><td>${text}<td>${text}<tr><td>${text}<td>${text}<td>${text}</table>`
    ),
    sentence.map((text) => `<table><caption>${text}</caption><tr><td>${text}</table>`),
    sentence.map((text) => `<pre>${text}\n<b>${text}</b></pre>`),
    sentence.map(
      (text) =>
        `<form><label>${text}</label><button>${text}</button><textarea>${text}</textarea></form>`
    ),
    sentence.map((text) => `<p>x<sup>${text}</sup><sub>${text}</sub><del>${text}</del></p>`),
    sentence.map((text) => `<!-- ${text} --><script>${text}</script><style>${text}</style>`),
    sentence.map((text) => `<noscript>${text}</noscript><custom-tag>${text}</custom-tag>`),
    sentence.map((text) => `<img src="https://a.example/i.png" alt="${text}"><img alt="${text}">`),
    sentence.map((text) => `<details><summary>${text}</summary>${text}</details>`),
    sentence.map((text) => `<select><option>${text}</select><dl><dt>${text}<dd>${text}</dl>`),
    sentence.map((text) => `<blockquote>${text}</blockquote><h3>${text}</h3>${text}<br>${text}`)
  );
  const html = fc
    .tuple(sentence, fc.array(block, { minLength: 1, maxLength: 6 }))
    .map(
      ([head, blocks]) =>
        `<html><head><title>${head}</title></head><body><h2>Article</h2>${blocks.join('\n')}</body></html>`
    );
  await fc.assert(
    fc.asyncProperty(html, async (text) => {
      const { fields, warnings } = await readPost({ format: 'text', text });
      const kept = new Set(wordsOf(JSON.stringify([fields, warnings]).replace(/\\[nt]/g, ' ')));
      expect(wordsOf(text).filter((each) => !kept.has(each))).toEqual([]);
    }),
    { numRuns: 300 }
  );
});
