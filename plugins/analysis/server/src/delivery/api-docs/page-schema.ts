import { defined } from '../../../../shared/defined';
import { escapeHtml } from '../../platform/text/escape-html';
import type { Schema } from '../../platform/openapi/schemas';

const schemaOf = (value: unknown): Schema => (value ?? {}) as Schema;

/** A name in an address of the page. */
export const anchor = (kind: string, name: string): string =>
  `${kind}-${name.replace(/[^\w-]+/g, '-')}`;

/** Backquotes in a description are code; nothing else is markup. */
export const prose = (text: unknown): string =>
  escapeHtml(typeof text === 'string' ? text : '').replace(/`([^`]+)`/g, '<code>$1</code>');

const either = (schemas: unknown): string =>
  [...new Set((schemas as Schema[]).map(typeOf))].join(' or ');

/** The type of a schema in a few words, with links to schemas that have a name. */
export function typeOf(schema: Schema): string {
  if (typeof schema.$ref === 'string') {
    const name = defined(schema.$ref.split('/').at(-1));
    return `<a href="#${anchor('schema', name)}">${escapeHtml(name)}</a>`;
  }
  if (Array.isArray(schema.anyOf)) return either(schema.anyOf);
  if (Array.isArray(schema.oneOf)) return either(schema.oneOf);
  if (Array.isArray(schema.enum)) {
    return schema.enum
      .map((each) => `<code>${escapeHtml(JSON.stringify(each))}</code>`)
      .join(' or ');
  }
  if ('const' in schema) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'anything'];
  return types
    .map((type) =>
      type === 'array' ? `list of ${typeOf(schemaOf(schema.items))}` : escapeHtml(String(type))
    )
    .join(' or ');
}

const BOUNDS: [keyword: string, words: string][] = [
  ['minLength', 'at least % characters'],
  ['maxLength', 'at most % characters'],
  ['minItems', 'at least % items'],
  ['maxItems', 'at most % items'],
  ['minimum', 'from %'],
  ['maximum', 'to %'],
  ['format', '%'],
];

/** Its bounds in words. */
export const boundsOf = (schema: Schema): string =>
  BOUNDS.filter(([keyword]) => schema[keyword] !== undefined)
    .map(([keyword, words]) => escapeHtml(words.replace('%', String(schema[keyword]))))
    .join(', ');

interface Field {
  path: string;
  schema: Schema;
  required: boolean;
}

/** The object's fields, and those of objects in it that have no name of their own. */
function* fieldsOf(schema: Schema, prefix = ''): Generator<Field> {
  const required = (schema.required ?? []) as string[];
  for (const [name, value] of Object.entries(schemaOf(schema.properties))) {
    const field = schemaOf(value);
    const path = `${prefix}${name}`;
    yield { path, schema: field, required: required.includes(name) };
    yield* fieldsOf(field, `${path}.`);
    yield* fieldsOf(schemaOf(field.items), `${path}[].`);
  }
}

/** A schema as a table of its fields, or its type where it has none. */
export function schemaTable(schema: Schema): string {
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices?.some((each) => 'properties' in each)) {
    return choices.map(schemaTable).join('<p class="soft">or</p>');
  }
  const fields = [...fieldsOf(schema)];
  if (fields.length === 0) return `<p>${typeOf(schema)}</p>`;
  const rows = fields.map(
    ({ path, schema: field, required }) =>
      `<tr><td><code>${escapeHtml(path)}</code>${required ? '' : ' <span class="soft">optional</span>'}</td>` +
      `<td>${typeOf(field)}</td><td>${prose(field.description)} <span class="soft">${boundsOf(field)}</span></td></tr>`
  );
  return `<div class="scroll"><table><thead><tr><th>Field</th><th>Type</th><th>What</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
