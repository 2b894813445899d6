import { defined } from '../../../../shared/defined';
import { createHash } from 'node:crypto';
import { escapeHtml } from '../../platform/text/escape-html';
import type { OpenapiDocument } from '../../platform/openapi/document';
import { anchor, boundsOf, prose, schemaTable, typeOf } from './page-schema';
import { STYLE } from './page-style';
import type { Schema } from '../../platform/openapi/schemas';

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The page is text and one style: no script, no other host. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

interface Entry {
  method: string;
  path: string;
  operation: Schema;
}

const entriesOf = ({ paths }: OpenapiDocument): Entry[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation }))
  );

const idOf = ({ operation }: Entry): string => anchor('op', operation.operationId as string);

const methodMark = (method: string): string =>
  `<span class="method ${method}">${method.toUpperCase()}</span>`;

/** What has to be shown to be let in, in words. */
function securityOf(operation: Schema): string {
  const alternatives = (operation.security as Record<string, unknown>[]).map((each) => {
    const names = Object.keys(each);
    return names.length === 0
      ? 'nothing'
      : names.map((name) => `<a href="#${anchor('security', name)}">${name}</a>`).join(' and ');
  });
  return alternatives.length === 0 ? 'nothing' : alternatives.join(', or ');
}

function parametersOf(operation: Schema): string {
  const parameters = (operation.parameters ?? []) as Schema[];
  if (parameters.length === 0) return '';
  const rows = parameters.map(({ name, in: place, description, schema }) => {
    const type = schema as Schema;
    return (
      `<tr><td><code>${escapeHtml(String(name))}</code> <span class="soft">${escapeHtml(String(place))}</span></td>` +
      `<td>${typeOf(type)}</td><td>${prose(description)} <span class="soft">${boundsOf(type)}</span></td></tr>`
    );
  });
  return `<h4>Parameters</h4><div class="scroll"><table><thead><tr><th>Name</th><th>Type</th><th>What</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

const contentOf = (content: unknown): string =>
  Object.entries((content ?? {}) as Record<string, { schema: Schema }>)
    .map(
      ([type, { schema }]) =>
        `<p class="soft"><code>${escapeHtml(type)}</code></p>${schemaTable(schema)}`
    )
    .join('');

const bodyOf = (operation: Schema): string =>
  operation.requestBody
    ? `<h4>Body</h4>${contentOf((operation.requestBody as Schema).content)}`
    : '';

/** Answers with what they hold; refusals, which are alike, in one line each. */
function answersOf({ components }: OpenapiDocument, operation: Schema): string {
  const rows: string[] = [];
  const refusals: string[] = [];
  for (const [status, answer] of Object.entries(operation.responses as Record<string, Schema>)) {
    if (typeof answer.$ref === 'string') {
      const { description } = components.responses[
        defined(answer.$ref.split('/').at(-1))
      ] as Schema;
      refusals.push(`<tr><td>${status}</td><td>${prose(description)}</td></tr>`);
      continue;
    }
    const headers = Object.keys(answer.headers ?? {});
    const told =
      headers.length > 0
        ? `<p class="soft">Headers: ${headers.map((name) => `<code>${name}</code>`).join(', ')}</p>`
        : '';
    rows.push(
      `<h4>${status} <span class="soft">${prose(answer.description)}</span></h4>${told}${contentOf(answer.content)}`
    );
  }
  return `${rows.join('')}<h4>Refusals</h4><table><tbody>${refusals.join('')}</tbody></table>`;
}

const operationSection = (document: OpenapiDocument, entry: Entry): string => {
  const { method, path, operation } = entry;
  return `<article id="${idOf(entry)}">
<h3>${methodMark(method)}<code>${escapeHtml(path)}</code></h3>
<p>${prose(operation.summary)}${operation.description ? `. ${prose(operation.description)}` : ''}</p>
<p class="soft">Needs ${securityOf(operation)} · <code>${escapeHtml(String(operation.operationId))}</code></p>
${parametersOf(operation)}${bodyOf(operation)}${answersOf(document, operation)}
</article>`;
};

const schemaSection = ([name, schema]: [string, Schema]): string =>
  `<article id="${anchor('schema', name)}"><h3>${escapeHtml(name)}</h3>` +
  `<p>${prose(schema.description)}</p>${schemaTable(schema)}</article>`;

const securitySection = ([name, scheme]: [string, Schema]): string => {
  const where =
    typeof scheme.name === 'string'
      ? `${String(scheme.in)} <code>${escapeHtml(scheme.name)}</code>`
      : 'header <code>Authorization: Bearer …</code>';
  return `<article id="${anchor('security', name)}"><h3>${name}</h3><p>${where}. ${prose(scheme.description)}</p></article>`;
};

/**
 * The document as a page for people.
 * @returns whole HTML; it goes with `CONTENT_SECURITY_POLICY`
 */
export function docsPage(document: OpenapiDocument): string {
  const { info, servers, tags, components } = document;
  const entries = entriesOf(document);
  const byTag = tags.map(({ name }) => ({
    name,
    entries: entries.filter(({ operation }) => (operation.tags as string[]).includes(name)),
  }));
  const menu = byTag.map(
    (tag) =>
      `<h2>${escapeHtml(tag.name)}</h2><ul>${tag.entries
        .map(
          (entry) =>
            `<li><a href="#${idOf(entry)}">${entry.method.toUpperCase()} ${escapeHtml(entry.path)}</a></li>`
        )
        .join('')}</ul>`
  );
  const names = Object.keys(components.schemas).map(
    (name) => `<li><a href="#${anchor('schema', name)}">${escapeHtml(name)}</a></li>`
  );
  const sections = byTag.map(
    (tag) =>
      `<section><h2>${escapeHtml(tag.name)}</h2>${tag.entries
        .map((entry) => operationSection(document, entry))
        .join('')}</section>`
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(info.title)} API</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="Operations">${menu.join('')}<h2>Schemas</h2><ul>${names.join('')}</ul></nav>
<main>
<h1>${escapeHtml(info.title)} API <span class="soft">${escapeHtml(info.version)}</span></h1>
<p>${prose(info.description)}</p>
<p>Paths begin at <code>${escapeHtml(servers[0]?.url ?? '')}</code>. For programs: <a href="openapi.json">openapi.json</a> (OpenAPI ${document.openapi}).</p>
${sections.join('')}
<section><h2>Who calls</h2>${Object.entries(components.securitySchemes).map(securitySection).join('')}</section>
<section><h2>Schemas</h2>${Object.entries(components.schemas).map(schemaSection).join('')}</section>
</main>
</body>
</html>
`;
}
