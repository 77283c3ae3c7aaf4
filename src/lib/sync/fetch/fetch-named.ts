import type { FileRef } from '#lib/edition/edition.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { sha256Hex, type Bytes } from '#lib/trust/signed/bytes.ts';
import { fetchBytes, type FetchFailure, type FetchPorts } from './fetch-bytes.ts';

/** How to reach the hosts of one publisher. */
export interface HostPorts extends FetchPorts {
	/**
	 * Base addresses, each with a slash at its end: our host, then the mirrors that are fixed in the
	 * build.
	 */
	readonly hosts: readonly string[];
}

/** The limit for files whose length is not known in advance. */
export const MAX_SMALL_BYTES = 64 * 1024;
export const MAX_EDITION_BYTES = 1024 * 1024;
export const MAX_MEMBER_BYTES = 4 * 1024 * 1024;

export type FileFailure = Exclude<FetchFailure, 'gone'>;

/** Turns `gone` into `not-served`, for files that a host must have. */
export const toFileFailure = (code: FetchFailure): FileFailure =>
	code === 'gone' ? 'not-served' : code;

/**
 * Fetches a file from our host. Asks the mirrors only if that fails, or if the file does not pass
 * `check`. If all fail, gives the failure of our host.
 */
export async function fetchChecked<T, Code extends string>(
	ports: HostPorts,
	path: string,
	maxBytes: number,
	check: (bytes: Bytes) => Promise<Result<T, Code>>
): Promise<Result<T, Code | FileFailure>> {
	let first: Result<never, Code | FileFailure> | undefined;
	for (const host of ports.hosts) {
		const file = await fetchBytes(ports, host + path, maxBytes);
		const checked = file.ok ? await check(file.value) : fail(toFileFailure(file.code));
		if (checked.ok) return checked;
		first ??= checked;
	}
	return first ?? fail('network');
}

/** Fetches a file whose hash and length are named by something signed. */
export async function fetchNamed(
	ports: HostPorts,
	path: string,
	named: FileRef
): Promise<Result<Bytes, FileFailure | 'wrong-hash' | 'wrong-length'>> {
	if (named.length > MAX_MEMBER_BYTES) return fail('too-large');
	return fetchChecked(ports, path, named.length, (bytes) => checkNamed(named, bytes));
}

/** Checks bytes against the hash and length that something signed names. */
export async function checkNamed(
	named: FileRef,
	bytes: Bytes
): Promise<Result<Bytes, 'wrong-hash' | 'wrong-length'>> {
	if (bytes.length !== named.length) return fail('wrong-length');
	return (await sha256Hex(bytes)) === named.sha256 ? ok(bytes) : fail('wrong-hash');
}
