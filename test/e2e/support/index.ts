export { log, page } from './bridge';
export * from './editor';
export { afterEach, beforeEach, skip, suite, test } from './runner';
