import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
	HEAD_PATH,
	parsePublishedPath,
	rootVersionOf,
	TRUST_FOLDER
} from '#lib/edition/address/published-paths.ts';
import { readBasePath, refuseOtherBasePath } from '../publish/app-base-path.ts';
import { copyFiles, pathsBelow, type Copied } from '../publish/copy-files.ts';
import type { Io } from '../base/io.ts';
import { readBuiltAnchor, readOwnAnchor } from '../keys/anchor-file.ts';
import { Refusal } from '../base/refusal.ts';
import { checkAnchor } from '../verify/check-anchor.ts';
import { installAsPhone } from '../verify/install-as-phone.ts';
import { folderFiles } from '../verify/folder-files.ts';
import { refuseOlder, refuseTarget } from '../verify/refuse-target.ts';
import { verifyPublished } from '../verify/verify-published.ts';

export interface PublishOptions {
	/** The folder that a static host serves: the edition goes to `published` inside it. */
	readonly to: string;
	/** The edition, as `build` wrote it. */
	readonly out: string;
	/** The built app; `undefined` publishes the edition alone. */
	readonly app: string | undefined;
	/** Where this clone's anchor is: committed among the content, or written for the next build. */
	readonly content: string;
	readonly anchorModule: string;
}

/** What each step copies, in the order of docs/formats.md: nothing names a file that is not there yet. */
const EDITION_STEPS = ['audio', 'blob', 'pack', 'listing', 'edition', 'update', 'root'] as const;

/**
 * Copies the edition and the app to a folder, `head.json` last. Cut anywhere, it leaves the head that
 * was there, and everything that head leads to.
 */
export async function publish(options: PublishOptions, io: Io): Promise<number> {
	const { to, out, app, content, anchorModule } = options;
	const published = await verifyPublished(out, {
		anchor: readOwnAnchor(content, anchorModule),
		now: io.now()
	});
	const target = join(to, 'published');
	refuseTarget(published, out, target);
	if (app !== undefined) await refuseUnfitApp(app, out, io.now());
	const basePath = app === undefined ? '' : readBasePath(app);
	if (app !== undefined) refuseOtherBasePath(basePath, published.edition.content);

	const paths = [...published.files, ...rootsIn(out)];
	const copies: Copied[] = EDITION_STEPS.map((kind) => {
		const files = paths.filter((path) => parsePublishedPath(path)?.kind === kind);
		const withCopies = files.flatMap((path) => withCompressed(out, path));
		return copyFiles(out, target, withCopies);
	});
	if (app !== undefined) copies.push(...copyApp(app, basePath, to));
	// copying takes a while, and a timer may have renewed the head there
	refuseOlder(published, target);
	copies.push(copyFiles(out, target, [HEAD_PATH]));

	const sum = (of: (copied: Copied) => number) => copies.map(of).reduce((a, b) => a + b, 0);
	const { version } = published.edition.content;
	io.print(
		`Edition ${String(version)} is in ${to}: ${String(sum((it) => it.written))} files written, ` +
			`${String(sum((it) => it.skipped))} were there.`
	);
	if (published.unnamed > 0) {
		const many = String(published.unnamed);
		io.print(`${many} files of earlier editions stay where they are: this one does not name them.`);
	}
	if (basePath !== '') io.print(`Serve that folder at ${basePath}/: the app is built for it.`);
	return 0;
}

const rootsIn = (out: string): string[] =>
	pathsBelow(join(out, TRUST_FOLDER))
		.map((name) => `${TRUST_FOLDER}/${name}`)
		.filter((path) => rootVersionOf(path) !== undefined);

/** A file and what lies compressed beside it. */
const withCompressed = (folder: string, path: string): string[] =>
	[path, `${path}.br`, `${path}.gz`].filter((it) => existsSync(join(folder, it)));

/** An app goes out only with an edition that its own anchor accepts: the site would refuse itself. */
async function refuseUnfitApp(app: string, out: string, now: Date): Promise<void> {
	if (!existsSync(join(app, 'client'))) {
		throw new Refusal(`${app} holds no built app. Run: npm run build, or pass --edition-only.`);
	}
	const anchor = readBuiltAnchor(app);
	const files = folderFiles(out);
	const known = await checkAnchor(files, anchor);
	const accepted = known.ok ? await installAsPhone(files, { anchor, lang: 'en', now }) : known;
	if (accepted.ok) return;
	const reason =
		accepted.code === 'rollback'
			? `it accepts no edition below ${String(anchor.floor)}`
			: accepted.code;
	throw new Refusal(
		`The app in ${app} would refuse the edition in ${out}: ${reason}. ` +
			'Build the app again: npx vite build'
	);
}

/** Chunks before the pages that name them, and the worker that makes phones fetch them at the end. */
function copyApp(app: string, basePath: string, to: string): Copied[] {
	const client = join(app, 'client', basePath);
	const files = pathsBelow(client).filter((path) => !path.startsWith('published/'));
	const isChunk = (path: string) => path.startsWith('_app/immutable/');
	const isWorker = (path: string) => path.startsWith('service-worker.js');
	const pages = join(app, 'prerendered', basePath);
	return [
		copyFiles(client, to, files.filter(isChunk)),
		copyFiles(
			client,
			to,
			files.filter((path) => !isChunk(path) && !isWorker(path))
		),
		copyFiles(pages, to, pathsBelow(pages)),
		copyFiles(client, to, files.filter(isWorker))
	];
}
