import { createHash } from 'node:crypto';
import {
	cpSync,
	globSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/**
 * Leaves out compressed files, which would hold the release before, and files that these tests never open:
 * a thousand pages in languages other than English, and a thousand files of open data.
 */
const isCopied = (path: string): boolean =>
	!/\.(br|gz)$|[\\/]prerendered[\\/](?:data|(?!en\b)[a-z]{2}(-\w+)?)$/.test(path);

/**
 * Makes a later release of the app from this build: another version, in every file name and every file that
 * carries the version. The script that page and worker share sets its suffix as the global `release`. Returns
 * a folder to serve it from.
 */
export function aNextRelease(suffix: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-release-'));
	cpSync('build', join(folder, 'build'), { recursive: true, filter: isCopied });
	for (const name of ['src', 'node_modules', 'package.json']) {
		symlinkSync(resolve(name), join(folder, name));
	}
	const { version } = JSON.parse(readFileSync('build/client/_app/version.json', 'utf8')) as {
		version: string;
	};
	const next = version.slice(0, -suffix.length) + suffix;
	const names = globSync('build/client/_app/immutable/*.js').map((path) => basename(path));
	const nextOf = (name: string): string =>
		name.replace(/\.[\w-]{8}\.js$/, `.${suffix.padEnd(8, '0')}.js`);

	for (const file of globSync(`${folder}/build/**/*`)) {
		if (!statSync(file).isFile()) continue;
		if (/\.(js|html|json)$/.test(file)) {
			const text = readFileSync(file, 'utf8');
			const isShared = /^shared\..*\.js$/.test(basename(file));
			const changed = names.reduce(
				(it, name) => it.replaceAll(name, nextOf(name)),
				text.replaceAll(version, next) + (isShared ? `globalThis.release="${suffix}";` : '')
			);
			if (changed !== text) writeFileSync(file, withNewHash(text, changed));
		}
		const name = basename(file);
		if (names.includes(name)) renameSync(file, join(file, '..', nextOf(name)));
	}
	return folder;
}

const SCRIPT = /<script>([\s\S]*?)<\/script>/;

/** Updates the policy of a page, which names the page's script by hash, after the script was changed. */
function withNewHash(text: string, changed: string): string {
	const hashOf = (html: string): string =>
		createHash('sha256')
			.update(SCRIPT.exec(html)?.[1] ?? '')
			.digest('base64');
	return changed.replaceAll(hashOf(text), hashOf(changed));
}
