import { expect, test } from 'vitest';
import {
	audioPath,
	blobPath,
	editionPath,
	HEAD_PATH,
	listingPath,
	packPath,
	parsePublishedPath,
	rootPath,
	rootVersionOf,
	updatePath
} from './published-paths.ts';

const sha256 = 'a1'.repeat(32);

test.each([
	[HEAD_PATH, 'head.json', { kind: 'head' }],
	[rootPath(12), 'trust/12.root.json', { kind: 'root', version: 12 }],
	[editionPath(sha256), `edition/${sha256}.json`, { kind: 'edition', sha256 }],
	[listingPath(sha256), `listing/${sha256}.json`, { kind: 'listing', sha256 }],
	[blobPath(sha256), `blob/${sha256}.json`, { kind: 'blob', sha256 }],
	[audioPath(sha256), `audio/${sha256}.opus`, { kind: 'audio', sha256 }],
	[packPath(sha256), `pack/${sha256}.txt`, { kind: 'pack', sha256 }],
	[
		updatePath(sha256, 7, 'zh-Hans'),
		`update/${sha256}.7.zh-Hans.txt`,
		{ kind: 'update', sha256, from: 7, lang: 'zh-Hans' }
	]
])('%s is named as docs/formats.md says, and read back', (path, spelled, parsed) => {
	expect(path).toBe(spelled);
	expect(parsePublishedPath(path)).toEqual(parsed);
});

test.each([
	'',
	'head.json.br',
	'./head.json',
	'trust/0.root.json',
	'trust/01.root.json',
	'trust/1234567890.root.json',
	`edition/${sha256}.txt`,
	`audio/${sha256}.ogg`,
	`pack/${sha256}.json`,
	`update/${sha256}.0.en.txt`,
	`update/${sha256}.1.xx.txt`,
	`blob/${sha256.toUpperCase()}.json`,
	`blob/${sha256.slice(1)}.json`,
	`blob/../blob/${sha256}.json`,
	`root/${sha256}.json`,
	`blob/${sha256}.json\n`
])('%j is the name of no file of an edition', (path) => {
	expect(parsePublishedPath(path)).toBeUndefined();
});

test('only the name of a root has a version', () => {
	expect([rootPath(3), HEAD_PATH, blobPath(sha256)].map(rootVersionOf)).toEqual([
		3,
		undefined,
		undefined
	]);
});
