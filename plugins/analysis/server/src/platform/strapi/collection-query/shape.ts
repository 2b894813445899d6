/** How the values of a field are compared; a field without a kind is neither filtered nor sorted. */
export type Kind = 'text' | 'integer' | 'biginteger' | 'number' | 'boolean' | 'date';

/** What a query may name of one content type. */
export interface Fields {
  /** Fields that `fields` may select. */
  selectable: ReadonlySet<string>;
  /** Fields that may be filtered and sorted by. */
  kinds: ReadonlyMap<string, Kind>;
}

/** The same, with what is one relation away. */
export interface Shape extends Fields {
  relations: ReadonlyMap<string, Fields>;
}

/** The part of a Strapi attribute that decides what a query may do with it. */
export interface Attribute {
  type: string;
  private?: boolean;
  visible?: boolean;
  target?: string;
  relation?: string;
}

/** Database columns that a comparison reads as a whole; the rest is only selected. */
const KINDS: Record<string, Kind> = {
  string: 'text',
  text: 'text',
  email: 'text',
  uid: 'text',
  enumeration: 'text',
  integer: 'integer',
  biginteger: 'biginteger',
  float: 'number',
  decimal: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'date',
  timestamp: 'date',
};

/** Columns that databases compare each in their own way, or that are too long to look through. */
const ONLY_SELECTED: ReadonlySet<string> = new Set(['richtext', 'json', 'blocks', 'time']);

type Attributes = Readonly<Record<string, Attribute>>;

const UPLOAD_FILE = 'plugin::upload.file';

function fieldsOf(attributes: Attributes): Fields {
  const kinds = new Map<string, Kind>([
    ['id', 'integer'],
    ['documentId', 'text'],
  ]);
  const selectable = new Set(kinds.keys());
  for (const [name, { type, private: isPrivate }] of Object.entries(attributes)) {
    const kind = KINDS[type];
    if (isPrivate || (kind === undefined && !ONLY_SELECTED.has(type))) continue;
    selectable.add(name);
    if (kind !== undefined) kinds.set(name, kind);
  }
  return { selectable, kinds };
}

/** The content type at the other end of an attribute; null where it is none, or one of several. */
function targetOf({ type, target, relation = '' }: Attribute): string | null {
  if (type === 'media') return UPLOAD_FILE;
  if (type !== 'relation' || relation.startsWith('morph')) return null;
  // Who wrote a row is nobody's business, whatever the content type says of it.
  return target === undefined || target.startsWith('admin::') ? null : target;
}

/**
 * What the public query of a content type may name.
 * @param attributesOf the attributes of another content type
 */
export function shapeOf(attributes: Attributes, attributesOf: (uid: string) => Attributes): Shape {
  const relations = new Map<string, Fields>();
  for (const [name, attribute] of Object.entries(attributes)) {
    const target = attribute.private ? null : targetOf(attribute);
    if (target !== null) relations.set(name, fieldsOf(attributesOf(target)));
  }
  return { ...fieldsOf(attributes), relations };
}
