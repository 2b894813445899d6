import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Elements that run or load something by themselves, or move what the page's own links lead to. */
const ACTIVE = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'base', 'style', 'portal']);
/** Attributes that hold an address. */
const ADDRESSES = new Set([
  ...['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'background', 'cite'],
  ...['ping', 'srcset', 'manifest'],
]);

/** As browsers read a scheme: blanks before it and line ends within are passed over. */
const SCRIPT_ADDRESS = /^[\0-\x20]*(javascript|data|vbscript|blob):/i;
const asBrowsersRead = (address: string): string => address.replace(/[\t\r\n]/g, '');

/** What could run in HTML, each named; nothing in what is safe to show. */
export function executableIn(html: string): string[] {
  const found: string[] = [];
  let script: { type: string; text: string } | null = null;
  // Node's own: the package is of ES modules, which jest's registry does not load.
  const { Parser } = loadByNode('htmlparser2') as typeof import('htmlparser2');
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (ACTIVE.has(name)) found.push(`<${name}>`);
        if (name === 'meta' && /refresh/i.test(attributes['http-equiv'] ?? '')) {
          found.push('a refresh');
        }
        for (const [attribute, value] of Object.entries(attributes)) {
          if (/^on/i.test(attribute)) found.push(`${name}[${attribute}]`);
          const isOfMeta =
            attribute === 'content' && /url|image|video/.test(attributes.property ?? '');
          if (
            (ADDRESSES.has(attribute) || isOfMeta) &&
            SCRIPT_ADDRESS.test(asBrowsersRead(value))
          ) {
            found.push(`${name}[${attribute}=${value.slice(0, 60)}]`);
          }
          if (attribute === 'srcdoc' || attribute === 'style') found.push(`${name}[${attribute}]`);
        }
        if (name !== 'script') return;
        script = { type: attributes.type ?? '', text: '' };
        // Ours are files of the site.
        const isOurs = /^\/(reader|api\/analysis)\//.test(attributes.src ?? '');
        if (!isOurs && script.type !== 'application/ld+json') found.push('a script');
      },
      ontext(text) {
        if (script !== null) script.text += text;
      },
      onclosetag(name) {
        if (name !== 'script' || script === null) return;
        if (script.type === 'application/ld+json') found.push(...executableInData(script.text));
        script = null;
      },
    },
    { decodeEntities: true }
  );
  parser.end(html);
  return found;
}

/** The strings of a value, with the names that they are under. */
function* stringsIn(value: unknown, name = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [name, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      yield* stringsIn(each, Array.isArray(value) ? name : key);
    }
  }
}

/** The same in JSON: addresses in it, and HTML where a name says so. */
function executableInData(json: string): string[] {
  return [...stringsIn(JSON.parse(json))].flatMap(([name, text]) => {
    if (/html$/i.test(name)) return executableIn(text);
    return /url|link|@id|image|sameAs|avatar/i.test(name) && SCRIPT_ADDRESS.test(text)
      ? [`${name}: ${text.slice(0, 60)}`]
      : [];
  });
}

const xml = new XMLParser({ ignoreAttributes: false, processEntities: true, htmlEntities: false });
const FORBIDDEN_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The same in a feed or sitemap, which also has to be well-formed. */
function executableInXml(text: string): string[] {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) return [`not well-formed: ${verdict.err.msg} (line ${verdict.err.line})`];
  if (FORBIDDEN_IN_XML.test(text)) return ['a character that XML forbids'];
  return [...stringsIn(xml.parse(text))].flatMap(([name, value]) => [
    ...(/^(content:encoded|description|content|summary|#text)$/.test(name)
      ? executableIn(value)
      : []),
    ...(/href|link|guid|id|loc|url/i.test(name) && SCRIPT_ADDRESS.test(value) ? [value] : []),
  ]);
}

/** What could run in an answer, by its media type. */
export function executableInAnswer(type: string, text: string): string[] {
  if (/html/.test(type)) return executableIn(text);
  return /xml/.test(type) ? executableInXml(text) : executableInData(text);
}
