import { fault, type Fault } from '../../../../../shared/faults';
import { LIMITS } from '../../../../../shared/limits';
import type { Fields, Kind, Shape } from './shape';
import { isRecord } from '../../../../../shared/is-record';
import { booleanFaults, valueFaults, type Path } from './values';

const MAX = LIMITS.collectionQuery;

/** What precedes an operator's name: `$eq` over REST, `eq` over GraphQL. */
export type Prefix = '$' | '';

const EQUAL = ['eq', 'ne'];
const ORDERED = ['gt', 'gte', 'lt', 'lte'];
/** Comparisons that read every row: no index has the lower case, or the middle, of a text. */
const PATTERNS = [
  ...['eqi', 'nei', 'contains', 'containsi', 'notContains', 'notContainsi'],
  ...['startsWith', 'startsWithi', 'endsWith', 'endsWithi'],
];
const LISTS = ['in', 'notIn'];
const PRESENCE = ['null', 'notNull'];

const all = (...groups: string[][]): ReadonlySet<string> =>
  new Set([...groups.flat(), ...LISTS, ...PRESENCE, 'not']);

/** The operators that each database takes for a column of a kind; another one is an SQL error. */
const OPERATORS: Record<Kind, ReadonlySet<string>> = {
  text: all(EQUAL, ORDERED, PATTERNS, ['between']),
  integer: all(EQUAL, ORDERED, ['between']),
  biginteger: all(EQUAL, ORDERED, ['between']),
  number: all(EQUAL, ORDERED, ['between']),
  date: all(EQUAL, ORDERED, ['between']),
  boolean: all(EQUAL),
};
const IS_PATTERN: ReadonlySet<string> = new Set(PATTERNS);

interface Counts {
  conditions: number;
  patterns: number;
  relations: number;
}

/** Reads the filters of one query; faults end the reading once there are more than are told. */
class FilterReader {
  readonly faults: Fault[] = [];
  private readonly counts: Counts = { conditions: 0, patterns: 0, relations: 0 };

  constructor(
    private readonly shape: Shape,
    private readonly prefix: Prefix
  ) {}

  private refuse(path: Path, code: Fault['code'], message: string, limit?: number): void {
    const said = `${path.join('.')} ${message}`;
    this.faults.push(fault(path, code, said, limit === undefined ? undefined : { limit }));
  }

  /** Counts one of a kind; one fault, at the first that is too many. */
  private count(of: keyof Counts, path: Path, message: string): void {
    this.counts[of] += 1;
    if (this.counts[of] === MAX[of] + 1) {
      this.refuse(path, 'out_of_range', `is one too many: ${message}`, MAX[of]);
    }
  }

  private operatorOf(key: string): string | null {
    return key.startsWith(this.prefix) ? key.slice(this.prefix.length) : null;
  }

  /** An object of fields, relations and groups. */
  group(value: unknown, path: Path, depth: number): void {
    if (depth > MAX.depth) {
      return this.refuse(path, 'too_deep', `is deeper than ${MAX.depth} levels`, MAX.depth);
    }
    if (!isRecord(value)) return this.refuse(path, 'wrong_type', 'must be an object of fields');
    for (const [key, each] of Object.entries(value)) {
      if (this.faults.length >= LIMITS.faults) return;
      const at = [...path, key];
      const operator = this.operatorOf(key);
      if (operator === 'and' || operator === 'or') this.groups(each, at, depth + 1);
      else if (operator === 'not') this.group(each, at, depth + 1);
      else if (this.shape.kinds.has(key)) this.field(this.shape.kinds.get(key)!, each, at, depth);
      else if (this.shape.relations.has(key)) {
        this.relation(this.shape.relations.get(key)!, each, at, depth);
      } else this.refuse(at, 'not_allowed', 'is not a field that can be filtered by');
    }
  }

  private groups(value: unknown, path: Path, depth: number): void {
    if (!Array.isArray(value)) return this.refuse(path, 'wrong_type', 'must be a list of objects');
    if (value.length > MAX.conditions) {
      return this.refuse(
        path,
        'out_of_range',
        `must hold at most ${MAX.conditions}`,
        MAX.conditions
      );
    }
    value.forEach((each, index) => this.group(each, [...path, index], depth));
  }

  /** The fields of a relation, or whether there is one. Strapi fails on both at once. */
  private relation({ kinds }: Fields, value: unknown, path: Path, depth: number): void {
    this.count('relations', path, `at most ${MAX.relations} conditions on relations`);
    if (!isRecord(value)) return this.refuse(path, 'wrong_type', 'must be an object of fields');
    const entries = Object.entries(value);
    const [first] = entries;
    const presence = first && this.operatorOf(first[0]);
    if (entries.length === 1 && presence && PRESENCE.includes(presence)) {
      this.count('conditions', path, `at most ${MAX.conditions} conditions`);
      this.faults.push(...booleanFaults([...path, first[0]], first[1]));
      return;
    }
    for (const [key, each] of entries) {
      const at = [...path, key];
      const kind = kinds.get(key);
      if (kind === undefined) this.refuse(at, 'not_allowed', 'is not a field to filter by');
      else this.field(kind, each, at, depth + 1);
    }
  }

  /** One value, a list of values, or an object of operators. */
  private field(kind: Kind, value: unknown, path: Path, depth: number): void {
    if (Array.isArray(value)) return this.compare(kind, 'in', value, path);
    if (!isRecord(value)) return this.compare(kind, 'eq', value, path);
    if (depth > MAX.depth) {
      return this.refuse(path, 'too_deep', `is deeper than ${MAX.depth} levels`, MAX.depth);
    }
    for (const [key, each] of Object.entries(value)) {
      if (this.faults.length >= LIMITS.faults) return;
      const at = [...path, key];
      const operator = this.operatorOf(key);
      if (operator === null || !OPERATORS[kind].has(operator)) {
        this.refuse(at, 'not_allowed', 'is not an operator of this field');
      } else if (operator !== 'not') this.compare(kind, operator, each, at);
      else if (isRecord(each)) this.field(kind, each, at, depth + 1);
      else this.refuse(at, 'wrong_type', 'must be an object of operators');
    }
  }

  private compare(kind: Kind, operator: string, value: unknown, path: Path): void {
    this.count('conditions', path, `at most ${MAX.conditions} conditions`);
    if (IS_PATTERN.has(operator)) {
      this.count('patterns', path, `at most ${MAX.patterns} that look into texts`);
    }
    if (PRESENCE.includes(operator)) {
      this.faults.push(...booleanFaults(path, value));
    } else if (operator === 'between') {
      if (Array.isArray(value) && value.length === 2) this.values(kind, value, path);
      else this.refuse(path, 'wrong_type', 'must be a list of two values');
    } else if (LISTS.includes(operator)) {
      this.list(kind, Array.isArray(value) ? value : [value], path);
    } else if (value !== null || !EQUAL.includes(operator)) {
      this.faults.push(...valueFaults(kind, path, value));
    }
  }

  private list(kind: Kind, values: unknown[], path: Path): void {
    if (values.length <= MAX.list) return this.values(kind, values, path);
    this.refuse(path, 'out_of_range', `must hold at most ${MAX.list} values`, MAX.list);
  }

  private values(kind: Kind, values: unknown[], path: Path): void {
    values.forEach((each, at) => this.faults.push(...valueFaults(kind, [...path, at], each)));
  }
}

/** Faults of the filters of a query; none for those that every database answers. */
export function filterFaults(shape: Shape, filters: unknown, prefix: Prefix): Fault[] {
  const reader = new FilterReader(shape, prefix);
  reader.group(filters, ['filters'], 0);
  return reader.faults;
}
