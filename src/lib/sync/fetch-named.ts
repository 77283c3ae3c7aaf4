import type { FileRef } from '#lib/edition/edition.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { sha256Hex, type Bytes } from '#lib/trust/bytes.ts';
import { fetchBytes, type FetchFailure, type FetchPorts } from './fetch-bytes.ts';

/** The hosts of one publisher. */
export interface HostPorts extends FetchPorts {
	/** Base addresses, each with its slash: ours, then mirrors fixed in the build. */
	readonly hosts: readonly string[];
}

/** Where there is nothing to know a length from. */
export const MAX_SMALL_BYTES = 64 * 1024;
export const MAX_EDITION_BYTES = 1024 * 1024;
export const MAX_MEMBER_BYTES = 4 * 1024 * 1024;

export type FileFailure = Exclude<FetchFailure, 'gone'>;

/** To whoever needs the file, a host that lacks it is one that does not serve it. */
export const toFileFailure = (code: FetchFailure): FileFailure =>
	code === 'gone' ? 'not-served' : code;

/**
 * Fetches a file from our host, and from the mirrors only where ours fails or what it serves does
 * not pass `check`. Where all fail, the failure of ours is the one to tell.
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

/** Fetches a file that something signed names by hash and length. */
export async function fetchNamed(
	ports: HostPorts,
	path: string,
	named: FileRef
): Promise<Result<Bytes, FileFailure | 'wrong-hash' | 'wrong-length'>> {
	if (named.length > MAX_MEMBER_BYTES) return fail('too-large');
	return fetchChecked(ports, path, named.length, (bytes) => checkNamed(named, bytes));
}

/** Whether these are the bytes that something signed names. */
export async function checkNamed(
	named: FileRef,
	bytes: Bytes
): Promise<Result<Bytes, 'wrong-hash' | 'wrong-length'>> {
	if (bytes.length !== named.length) return fail('wrong-length');
	return (await sha256Hex(bytes)) === named.sha256 ? ok(bytes) : fail('wrong-hash');
}
