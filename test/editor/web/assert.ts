// What the suites use of node:assert/strict, where there is no Node.
import { assert } from 'chai';

export const { strictEqual: equal, notStrictEqual: notEqual, deepEqual, match, notMatch: doesNotMatch } = assert;

export function ok(value: unknown, message?: string): asserts value {
  assert.isOk(value, message);
}

export function fail(message?: string): never {
  assert.fail(message);
}
