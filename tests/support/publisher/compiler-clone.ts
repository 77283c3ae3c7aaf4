import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { approve } from '../../../src/compiler/commands/approve.ts';
import { build, type BuildOptions } from '../../../src/compiler/commands/build.ts';
import { keys } from '../../../src/compiler/commands/keys.ts';
import type { Io } from '../../../src/compiler/base/io.ts';
import { copyGoodContent } from './content-fixture.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** A clone with its own content, keys and output, in a folder that is deleted after the test. */
export function aClone() {
	const folder = aTemporaryFolder();
	const content = join(folder, 'content');
	copyGoodContent(content);
	const printed: string[] = [];
	let now = new Date('2026-11-24T12:00:00Z');
	const io: Io = {
		print: (line) => printed.push(line),
		printError: (line) => printed.push(line),
		now: () => now,
		passphrase: () => Promise.resolve('correct horse battery'),
		newPassphrase: () => Promise.resolve('correct horse battery'),
		confirm: () => Promise.reject(new Error('asked')),
		fetch: () => Promise.reject(new Error('asked')),
		operatorToken: () => undefined
	};
	const options: BuildOptions = {
		content,
		out: join(folder, 'published'),
		// made first, because commands only create demo keys, and refuse any other missing folder
		keys: join(folder, 'keys'),
		isUnchecked: false,
		anchorModule: join(folder, 'anchor.ts'),
		compress: false
	};
	return {
		...{ folder, content, out: options.out, printed, io, options },
		waitUntil: (day: string) => {
			now = new Date(day);
		},
		/** Writes two approvals for every English article and change note. */
		approveAll: async () => {
			const slugs = ['guides', 'directives', 'changes']
				.flatMap((family) => readdirSync(join(content, family)))
				.filter((slug) => slug !== 'bus-stop');
			for (const name of ['Ana López', 'Ben Wu']) {
				await approve({ content, slugs, name, role: 'editor', lang: 'en' }, io);
			}
		},
		demoKeys: () => keys({ ...keyOptions(options), action: 'demo' }, io),
		edit: (path: string, from: string, to: string) => {
			const file = join(content, path);
			const text = readFileSync(file, 'utf8');
			if (!text.includes(from)) throw new Error(`${path} has no ${JSON.stringify(from)}`);
			writeFileSync(
				file,
				text.replace(from, () => to)
			);
		}
	};
}

export const keyOptions = ({ keys: folder, content, anchorModule }: BuildOptions) => {
	return { folder, content, anchorModule, role: undefined, replace: undefined };
};

export async function aBuiltClone() {
	const clone = aClone();
	await clone.demoKeys();
	const code = await build(clone.options, clone.io);
	if (code !== 0) throw new Error(clone.printed.join('\n'));
	return clone;
}
