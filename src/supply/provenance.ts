import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sha256 } from '../compiler/base/text-hash.ts';
import type { CodeList } from './code-list.ts';

/** Which source a build was made of. */
export interface BuildSource {
	/** The full name of the commit, where Git knows one. */
	readonly commit: string | undefined;
	/** Files differ from that commit: nobody else can make the same build. */
	readonly isChanged: boolean;
	/** SHA-256 of the lock file. */
	readonly lock: string;
	readonly node: string;
	readonly basePath: string;
}

/** Asks Git, and reads the lock file, in the current folder. Without Git the commit is unknown. */
export function readBuildSource(basePath: string): BuildSource {
	const lock = sha256(readFileSync('package-lock.json'));
	const known = { lock, node: process.version, basePath };
	const git = (...args: string[]): string =>
		execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
	try {
		const commit = git('rev-parse', 'HEAD');
		return { ...known, commit, isChanged: git('status', '--porcelain') !== '' };
	} catch {
		// a copy of the files, without their history
		return { ...known, commit: undefined, isChanged: true };
	}
}

/**
 * What was built from what, as an in-toto Statement (v1) with the predicate of SLSA provenance (v1). It is not
 * signed, so it proves nothing by itself: it tells a stranger which source to check out and build, and
 * `npm run site:verify` then compares. It holds no time, so that the same source gives the same bytes.
 */
export function toProvenance({ files }: CodeList, source: BuildSource): object {
	const { commit, isChanged, lock, node, basePath } = source;
	return {
		_type: 'https://in-toto.io/Statement/v1',
		subject: Object.entries(files).map(([name, hash]) => ({ name, digest: { sha256: hash } })),
		predicateType: 'https://slsa.dev/provenance/v1',
		predicate: {
			buildDefinition: {
				buildType: 'urn:handrail:build:v1',
				externalParameters: { basePath },
				internalParameters: { node, isChangedSinceCommit: isChanged },
				resolvedDependencies: [
					...(commit === undefined ? [] : [{ name: 'source', digest: { gitCommit: commit } }]),
					{ name: 'package-lock.json', digest: { sha256: lock } }
				]
			},
			runDetails: { builder: { id: 'urn:handrail:builder:local' } }
		}
	};
}
