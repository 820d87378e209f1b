import type { ConfigName } from '../types.js';
import type { ConfigSource } from './dictionaries.js';

/** placeholder */
export function targetsOf(_name: ConfigName, _source: ConfigSource): string {
  return '';
}
