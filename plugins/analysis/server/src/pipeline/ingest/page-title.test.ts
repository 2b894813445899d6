import { parsePage } from './page-parser';

const titleOf = (start: string) => {
  const { fields, warnings } = parsePage(`${start}\n\nSummary:\n\nShort.\n\nArticle:\n\nLong.`);
  return { title: fields.title, left: warnings.map(({ text }) => text) };
};

test.each([
  ['**Pumps & piers**', 'Pumps & piers'],
  ['__Pumps__ and *piers*', 'Pumps and piers'],
  ['# Pumps and piers #', 'Pumps and piers'],
  ['## **Pumps and piers**', 'Pumps and piers'],
  ['Pumps and piers\n=====', 'Pumps and piers'],
  ['`Pumps` and piers', 'Pumps and piers'],
  ['~~Pumps~~ and piers', 'Pumps and piers'],
  ['Pumps &amp; piers &#8217;s &nbsp;way', 'Pumps & piers ’s way'],
  ['<h1>Pumps and piers</h1>', 'Pumps and piers'],
  ['<h1 class="a"><strong>Pumps</strong><br/>and piers</h1>', 'Pumps and piers'],
  ['Pumps \\[and\\] piers\\_', 'Pumps [and] piers_'],
  ['Title: Pumps and piers', 'Pumps and piers'],
  ['**Title:** Pumps and piers', 'Pumps and piers'],
  ['Title:\n\nPumps and piers', 'Pumps and piers'],
  ['## Title\n\n**Pumps and piers**', 'Pumps and piers'],
  ['Titre : Pumps and piers', 'Pumps and piers'],
  ['---\n\nPumps and piers', 'Pumps and piers'],
  ['---\ntitle: Pumps and piers\n---', 'Pumps and piers'],
  ['```\nPumps and piers\n```', 'Pumps and piers'],
  ['\u200bPumps and piers', '\u200bPumps and piers'],
  ['Sure', 'Sure'],
  ['Here is why pumps matter', 'Here is why pumps matter'],
  ['Here is the article that changed the port', 'Here is the article that changed the port'],
  ['#MeToo in the port', '#MeToo in the port'],
  ['Vec<T> and C# in 5 * 3 snake_case_names', 'Vec<T> and C# in 5 * 3 snake_case_names'],
  ['1. FC Pumps', '1. FC Pumps'],
  ['> Pumps and piers', 'Pumps and piers'],
  ['- **Pumps** and piers', 'Pumps and piers'],
  ['Sure I can swim: pumps and piers', 'Sure I can swim: pumps and piers'],
  ['As requested by the port', 'As requested by the port'],
])('%j is titled %j', (start, title) => {
  expect(titleOf(start)).toEqual({ title, left: [] });
});

test.each([
  ['[Pumps](https://a.example/p)', 'Pumps', 'https://a.example/p'],
  [
    '![the pier](https://a.example/p.png)\n\nPumps',
    'Pumps',
    '![the pier](https://a.example/p.png)',
  ],
  [
    'Sure! Here is the article you asked for:\n\nPumps',
    'Pumps',
    'Sure! Here is the article you asked for:',
  ],
  ['Certainly! Below is the post.\n\n---\n\n# Pumps', 'Pumps', 'Certainly! Below is the post.'],
  ["Of course, here's a draft\n\nTitle: Pumps", 'Pumps', "Of course, here's a draft"],
  ['Bien sûr ! Voici l’article :\n\nPumps', 'Pumps', 'Bien sûr ! Voici l’article :'],
  ['Natürlich! Hier ist der Artikel:\n\nPumps', 'Pumps', 'Natürlich! Hier ist der Artikel:'],
  ['¡Claro! Aquí tienes el artículo:\n\nPumps', 'Pumps', '¡Claro! Aquí tienes el artículo:'],
  ['Claro! Aqui está o artigo:\n\nPumps', 'Pumps', 'Claro! Aqui está o artigo:'],
  [
    "Absolutely! Below you'll find the analysis.\n\nPumps",
    'Pumps',
    "Absolutely! Below you'll find the analysis.",
  ],
  ["Of course! I'd be happy to help.\n\nPumps", 'Pumps', "Of course! I'd be happy to help."],
  ['As requested, the article:\n\nPumps', 'Pumps', 'As requested, the article:'],
  ['Here is the generated article:\n\nPumps', 'Pumps', 'Here is the generated article:'],
])('%j is titled %j and names %j', (start, title, left) => {
  expect(titleOf(start)).toEqual({ title, left: [left] });
});

test('a page that is fenced as a whole is read, and its own code stays', () => {
  const inner =
    '# Pumps\n\nSummary:\n\nShort.\n\nArticle:\n\nLong.\n\n```js\nSummary: x\n```\n\nEnd.';
  expect(
    parsePage(`Sure! Here is the article:\n\n\`\`\`markdown\n${inner}\n\`\`\``).fields
  ).toMatchObject({
    title: 'Pumps',
    body: 'Long.\n\n```js\nSummary: x\n```\n\nEnd.',
  });
});

test.each([
  ['a title', `Pumps${' '.repeat(60_000)}#x`],
  ['what a chat tool says', `Sure${' '.repeat(60_000)}x`],
  ['comments', '<!--'.repeat(15_000)],
  ['a heading', `Pumps\n\n<b>Summary:</b> a${' '.repeat(60_000)}x`],
])('a line of any length takes time linear in it: %s', (_what, start) => {
  const started = process.cpuUsage();
  titleOf(start);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});
