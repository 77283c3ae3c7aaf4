import { expect, test } from 'vitest';
import { StorageError, toStorageCode } from './storage-error.ts';

test.each([
	[new DOMException('', 'QuotaExceededError'), 'storage-full'],
	[new DOMException('', 'SecurityError'), 'storage-denied'],
	[new DOMException('', 'UnknownError'), 'storage-denied'],
	[new DOMException('', 'InvalidStateError'), 'storage-blocked'],
	[new StorageError('storage-blocked'), 'storage-blocked'],
	// mistakes of ours stay exceptions
	[new DOMException('', 'DataCloneError'), undefined],
	[new TypeError('undefined is not a function'), undefined],
	['a string', undefined]
])('%s is %s', (error, code) => {
	expect(toStorageCode(error)).toBe(code);
});
