import { debrisWarnings } from './chat-debris';

const marks = (text: string) => debrisWarnings(['body'], text).map(({ text: passage }) => passage);

test.each([
  ['May.【12†source】', '【12†source】'],
  ['May.【4:0†report.pdf】', '【4:0†report.pdf】'],
  ['May [3†L1-L5].', '[3†L1-L5]'],
  ['agreed :contentReference[oaicite:2]{index=2}.', ':contentReference[oaicite:2]{index=2}'],
  ['agreed [oai_citation:1‡example.com](https://a.example)', '[oai_citation:1‡example.com]'],
  [
    'fell \ue200cite\ue202turn0search3\ue202turn0news1\ue201 in',
    '\ue200cite\ue202turn0search3\ue202turn0news1\ue201',
  ],
  ['fell \uf8ff in', '\uf8ff'],
  ['fell citeturn0search3 in', 'citeturn0search3'],
  ['[cite_start]It fell [cite: 1, 2]', '[cite_start]\n[cite: 1, 2]'],
  ['It fell [^1^].', '[^1^]'],
  ['<|im_end|>', '<|im_end|>'],
  ['<think>hm</think>', '<think>\n</think>'],
  ['[file](sandbox:/mnt/data/a.csv)', 'sandbox:/mnt/data/a.csv'],
  ['As an AI language model, I', 'As an AI language model'],
  ['End.\n\nLet me know if you would like changes!', 'Let me know if you would like changes!'],
])('%j holds %j', (text, passage) => {
  expect(marks(text)).toEqual([passage]);
});

test.each([
  'A footnote [^1] and a list [1].',
  'The 12 sources agree; turnout rose.',
  '【注】 a note in Japanese brackets',
  'cite the source',
  'Emoji 👩‍👩‍👧 and flags 🇫🇷',
])('%j holds none', (text) => {
  expect(marks(text)).toEqual([]);
});

test('one warning a kind, with each passage once', () => {
  expect(marks('a【1†x】b【1†x】c【2†y】')).toEqual(['【1†x】\n【2†y】']);
});
