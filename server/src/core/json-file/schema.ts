import type { Message } from '../rules/rule.js';

/**
 * The part of JSON Schema (draft 07) that the data files of a user are described with. VS Code reads the same
 * files; what it does not know (`remedy`) it leaves alone.
 */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'boolean';
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly pattern?: string;
  /** What to do where a value does not fit its pattern. */
  readonly remedy?: Message;
  readonly oneOf?: readonly Schema[];
  /** In our schemas: alternatives of different types. */
  readonly anyOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The keywords that {@link checkSchema} obeys, and those that say nothing about a value. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  '$ref',
  'type',
  'const',
  'enum',
  'required',
  'properties',
  'additionalProperties',
  'propertyNames',
  'items',
  'minItems',
  'uniqueItems',
  'minLength',
  'pattern',
  'remedy',
  'oneOf',
  'anyOf',
  'definitions',
]);
export const SILENT_KEYWORDS: ReadonlySet<string> = new Set([
  '$schema',
  'title',
  'description',
  'default',
  'allowComments',
  'allowTrailingCommas',
]);
